/** A person at their Teams client, before a fake Connector: reads cards, taps and fills in. */
import { executed, typed } from './activities.ts';
import type { FakeConnector } from './connector.ts';
import { type Answer, TENANT } from './tenant.ts';

type Json = Readonly<Record<string, unknown>>;

export interface TeamsClient {
  /** What stands in their chat with the app, oldest first. */
  messages(): readonly TeamsMessage[];
  /** Taps what has this title on the newest message, or on this one; the answer to the tap. */
  tap(title: string, fields?: Readonly<Record<string, string>>, on?: TeamsMessage): Promise<Json>;
  /** Sends what a button of ours would. */
  send(data: object, on?: TeamsMessage): Promise<Json>;
  type(text: string): Promise<Answer>;
}

interface TeamsMessage {
  readonly id: string;
  readonly summary: string;
  readonly card: unknown;
}

/** The fake opens a chat under this id for whom it knows by `29:<person>`. */
export function chatOf(person: string): string {
  return `a:29:${person}`;
}

export function teamsClient(
  person: string,
  connector: FakeConnector,
  post: (activity: object) => Promise<Answer>,
): TeamsClient {
  const chat = chatOf(person);
  const conversation = { id: chat, conversationType: 'personal', tenantId: TENANT };
  const client: TeamsClient = {
    messages: () =>
      connector.said(chat).map(({ id, activity: { summary, attachments } }) => ({
        id,
        summary: String(summary),
        card: (attachments as readonly Json[] | undefined)?.[0]?.content,
      })),
    tap(title, fields = {}, on = newest(client, person)) {
      const found = actionsIn(on.card).filter((each) => each.title === title);
      if (found.length !== 1) {
        throw new Error(`${found.length} buttons are called "${title}" in "${on.summary}".`);
      }
      return client.send({ ...(found[0]?.data as object), ...fields }, on);
    },
    async send(data, on) {
      const replyToId = on?.id;
      const { status, json } = await post(
        executed(person, data, { conversation, ...(replyToId && { replyToId }) }),
      );
      if (status !== 200) throw new Error(`A tap was answered with HTTP ${status}.`);
      return json as Json;
    },
    type: (text) => post(typed(person, text, { conversation })),
  };
  return client;
}

function newest(client: TeamsClient, person: string): TeamsMessage {
  const message = client.messages().at(-1);
  if (!message) throw new Error(`${person} was sent nothing in Teams.`);
  return message;
}

/** Every `Action.Execute` of a card; what stands for it on old clients is the same once more. */
function actionsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'Action.Execute' ? [value as Json] : [];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    key === 'fallback' ? [] : actionsIn(each),
  );
  return [...own, ...inner];
}
