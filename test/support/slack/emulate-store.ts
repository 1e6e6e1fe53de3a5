/** `emulate@0.11.2` started in this process, with its Slack store in hand (reference/slack.md 6.1). */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Json } from './block-rules.ts';

type Row = Json & { readonly id: number };
interface Rows {
  all(): Row[];
  insert(row: Json): Row;
  update(id: number, change: Json): Row | undefined;
  delete(id: number): unknown;
}
export interface Store {
  readonly users: Rows;
  readonly channels: Rows;
  readonly messages: Rows;
  readonly ephemeralMessages: Rows;
  readonly views: Rows;
}

interface Webhooks {
  register(hook: { url: string; events: string[]; active: boolean; owner: string }): void;
}
interface Plugin {
  readonly slackPlugin: { register: (...all: unknown[]) => unknown };
  readonly getSlackStore: (store: unknown) => Store;
}
interface Emulate {
  createEmulator(options: object): Promise<{ url: string; close(): Promise<void> }>;
}

const DIST = join(import.meta.dirname, '../../../node_modules/emulate/dist');

/** The Slack plugin has a hashed file name; this is the file that serves its routes. */
async function plugin(): Promise<Plugin> {
  const holds = (file: string): boolean =>
    /^dist-.*\.js$/.test(file) &&
    readFileSync(join(DIST, file), 'utf8').includes('"/api/chat.postMessage"');
  const file = readdirSync(DIST).find(holds);
  if (!file)
    throw new Error('emulate has no Slack plugin: is it still 0.11.2, as package.json pins it?');
  return await import(pathToFileURL(join(DIST, file)).href);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Started {
  readonly url: string;
  readonly store: Store;
  readonly webhooks: Webhooks;
  close(): Promise<void>;
}

/** Starts it with this seed. The plugin shows its store to nobody, so we look over its shoulder as it registers. */
export async function startEmulate(seed: Json): Promise<Started> {
  const { slackPlugin, getSlackStore } = await plugin();
  const { register } = slackPlugin;
  let caught: { store: unknown; webhooks: Webhooks } | undefined;
  slackPlugin.register = function (this: unknown, ...all: unknown[]) {
    caught = { store: all[1], webhooks: all[2] as Webhooks };
    return register.apply(this, all);
  };
  try {
    const { createEmulator }: Emulate = await import(pathToFileURL(join(DIST, 'api.js')).href);
    const started = await createEmulator({
      service: 'slack',
      port: await freePort(),
      seed: { slack: seed },
    });
    if (!caught) throw new Error('emulate started without its Slack plugin.');
    const { url } = started;
    const store = getSlackStore(caught.store);
    return { url, store, webhooks: caught.webhooks, close: () => started.close() };
  } finally {
    slackPlugin.register = register;
  }
}
