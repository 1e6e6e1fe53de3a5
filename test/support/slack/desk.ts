/** What a person's Slack client is given: what it shows, and how it reaches the app. */
import type { Ack, Deliver } from './ack.ts';
import type { Json } from './block-rules.ts';

/** A message as it stands on someone's screen; it doesn't change when the message does. */
export interface Shown {
  readonly kind: 'message' | 'ephemeral';
  readonly ts: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly fromBot: boolean;
  readonly raw: Json;
}

/** A modal or home page as it stands on someone's screen. */
export interface ShownView extends Json {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly blocks: readonly Json[];
}

/** The platform behind a client: our strict fake, or `emulate`. */
export interface Desk {
  readonly deliver: Deliver;
  /** Fields that all payloads share, and those by which commands differ. */
  readonly payload: (user: string) => Json & { readonly team: Json | null };
  readonly command: (user: string) => Record<string, string>;
  /** Their direct message channel with the app. */
  readonly channel: (user: string) => string;
  readonly messages: (user: string) => readonly Shown[];
  readonly ephemerals: (user: string) => readonly Shown[];
  readonly home: (user: string) => ShownView | undefined;
  /** Open modals, lowest first. */
  readonly modals: (user: string) => readonly ShownView[];
  readonly trigger: (user: string, view?: string) => Promise<string>;
  readonly responseUrl: (user: string, ts?: string) => string;
  readonly event: (user: string, event: Json) => Promise<Ack>;
  /** Keeps what a person wrote to the bot; resolves to its `ts`. */
  readonly wrote: (user: string, text: string) => string;
  readonly close: (user: string, all?: boolean) => void;
  /** Applies `update` or `push` of a submission's answer; resolves to why it could not. */
  readonly change: (user: string, how: 'update' | 'push', view: unknown) => string | undefined;
}
