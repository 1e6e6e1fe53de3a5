/** What a Web API method of the fake is, and how it reads its arguments. */
import { asMessages, blockFaults } from './block-kit.ts';
import { LIMITS } from './block-limits.ts';
import { isJson, type Json } from './block-rules.ts';
import type { Tier } from './rate.ts';
import { type Token, type World, withIds } from './state.ts';

export type Args = Readonly<Record<string, unknown>>;
export type Answer = Json & { readonly ok: boolean };

export interface Method {
  readonly tier: Tier;
  /** Any one of these will do. */
  readonly scopes?: readonly string[];
  /** Whose token: an app's (`xapp-`), a bot's, or nobody's. */
  readonly token: 'app' | 'bot' | 'none';
  readonly needs?: readonly string[];
  /** Counts as a message to this channel. */
  readonly channel?: (args: Args) => string;
  readonly call: (world: World, args: Args, caller: Token, headers: Args) => Answer;
}

export const fine = (more: Json = {}): Answer => ({ ok: true, ...more });
export const refuse = (error: string, more: Json = {}): Answer => ({ ok: false, error, ...more });

export const missing = (name: string): Answer =>
  refuse('invalid_arguments', asMessages([`missing required field: ${name}`]));

export const text = (args: Args, name: string): string => {
  const value = args[name];
  return value === undefined || value === null ? '' : String(value);
};

export const flag = (args: Args, name: string): boolean => ['true', '1'].includes(text(args, name));

/** A JSON value, given as it is or as a string of a form; `undefined` if absent, `null` if it can't be read. */
export function json(args: Args, name: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value ?? undefined;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** A page of a list, by a cursor that only this list understands. */
export function page<T>(
  args: Args,
  name: string,
  items: readonly T[],
  limit: number,
): { items: readonly T[]; next: string } | undefined {
  const cursor = Buffer.from(text(args, 'cursor'), 'base64').toString();
  const start = cursor === '' ? 0 : Number(new RegExp(`^${name}:(\\d+)$`).exec(cursor)?.[1]);
  if (Number.isNaN(start)) return undefined;
  const end = start + limit;
  const next = end < items.length ? Buffer.from(`${name}:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), next };
}

/** What a message holds, read from the arguments of any method that posts one. */
export interface Content {
  readonly text: string;
  readonly blocks?: Json[];
  readonly metadata?: Json;
}

function metadataOf(args: Args): Json | Answer | undefined {
  const metadata = json(args, 'metadata');
  if (metadata === undefined) return undefined;
  if (!isJson(metadata)) return refuse('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return metadata;
  if (typeof metadata.event_type !== 'string' || !isJson(metadata.event_payload)) {
    return refuse('invalid_metadata_schema');
  }
  return JSON.stringify(metadata).length > LIMITS.metadata
    ? refuse('metadata_too_large')
    : metadata;
}

function blocksOf(world: World, args: Args): Json[] | Answer | undefined {
  const blocks = json(args, 'blocks');
  if (blocks === undefined) return undefined;
  if (!Array.isArray(blocks)) return refuse('invalid_blocks_format');
  const faults = blockFaults(blocks, world.charts);
  if (faults.length === 0) return withIds(blocks);
  return refuse('invalid_blocks', { errors: faults, ...asMessages(faults) });
}

export const isAnswer = (value: unknown): value is Answer => isJson(value) && 'ok' in value;

/** The message, or why Slack would not take it. */
export function contentOf(world: World, args: Args): Content | Answer {
  const attachments = json(args, 'attachments');
  if (Array.isArray(attachments) && attachments.length > LIMITS.attachments) {
    return refuse('too_many_attachments');
  }
  if (args.markdown_text !== undefined && (args.blocks ?? args.text) !== undefined) {
    return refuse('markdown_text_conflict');
  }
  const blocks = blocksOf(world, args);
  if (isAnswer(blocks)) return blocks;
  const metadata = metadataOf(args);
  if (isAnswer(metadata)) return metadata;
  const words = text(args, 'text') || text(args, 'markdown_text');
  if (words === '' && !blocks?.length && !attachments) return refuse('no_text');
  return { text: words, ...(blocks ? { blocks } : {}), ...(metadata ? { metadata } : {}) };
}
