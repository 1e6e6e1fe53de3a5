/** One process of Soundings, web or worker, with real store, queue and keys: what the director starts and kills. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
import { keyFolder } from '../../adapters/keys/folder.ts';
import { openStore } from '../../adapters/store/open-store.ts';
import { openQueue } from '../../scheduler/open-queue.ts';
import type { Message } from '../../src/message/message.ts';
import type { Reply } from '../../src/message/reply.ts';
import type { Ports } from '../../src/ports/ports.ts';
import type { Job } from '../../src/ports/queue.ts';
import { only } from '../../src/reach.ts';
import { type Soundings, SWEEP, soundings } from '../../src/soundings.ts';
import { clockOf } from './clock-file.ts';
import { PROGRAMME } from './company.ts';
import { fakeChat } from './fake-chat.ts';
import { stepping } from './steps.ts';

export interface ProcessSettings {
  readonly role: 'web' | 'worker';
  readonly database: string;
  readonly queue: string;
  readonly prefix: string;
  readonly keys: string;
  readonly clock: string;
  readonly platform: string;
  /** Of a web process. */
  readonly port: number;
  readonly canFind: boolean;
  /** Milliseconds that a call of the platform may take. */
  readonly timeout: number;
  /** Sends a second. */
  readonly pace: number;
}

/** What a web process answers: what stands in the message's place, or what it says instead. */
export interface Answered {
  readonly replaced: boolean;
  readonly says?: string;
}

/** The product's waits, shortened as much as its clock goes faster: seconds, or milliseconds. */
const [SWEEP_SECONDS, LOCK, REST, LONGEST_PAUSE] = [1, 1500, 1500, 1500];

const settings: ProcessSettings = JSON.parse(process.argv[2] ?? '{}');
const say = (line: string) => void process.stdout.write(`${line}\n`);
// The director holds the other end: when it is gone, so are we.
process.stdin.on('end', () => process.exit(0)).resume();

await run(settings);

async function run({ role, database, queue: at, prefix, pace, port }: ProcessSettings) {
  const store = await openStore(database, { tell: say });
  const queue = await openQueue(at, {
    prefix,
    perSecond: pace,
    lock: LOCK,
    rest: REST,
    pause: (n) => Math.random() * Math.min(LONGEST_PAUSE, 100 * 2 ** n),
    tell: say,
  });
  const current = new AsyncLocalStorage<Job['name'] | 'reply'>();
  const ports = stepping(portsOf(store), settings.platform, () => current.getStore());
  const product = soundings(ports, queue, PROGRAMME, clockOf(settings.clock), (complaint) =>
    say(`complaint ${complaint.refused} ${complaint.round}`),
  );
  if (role === 'web') {
    await listen((reply) => current.run('reply', () => receive(product, reply)), port);
  } else {
    queue.work(
      (job) => current.run(job.name, () => product.run(job)),
      (job, error) => say(`gave up on ${job.name}: ${error}`),
    );
    await queue.every(SWEEP_SECONDS, SWEEP);
  }
  say('ready');
}

function portsOf(store: Ports['store']): Ports {
  const { role, keys, platform: url, canFind, timeout } = settings;
  const refuse = () => Promise.reject(new Error('A web process opens no rounds.'));
  const none = { place: 'none', keep: refuse, read: async () => undefined, destroy: refuse };
  return {
    store,
    keys: role === 'web' ? none : keyFolder(keys),
    leaverKeys: keyFolder(`${keys}/leavers`),
    chats: only(fakeChat({ url, canFind, timeout })),
  };
}

async function receive(product: Soundings, reply: Reply): Promise<Answered> {
  const response = await product.receive(reply);
  const words = (message: Message | undefined) => message?.summary;
  const says = words(response.say) ?? (response.faults && Object.values(response.faults).join(' '));
  return { replaced: response.replace !== undefined, ...(says !== undefined && { says }) };
}

async function listen(answer: (reply: Reply) => Promise<Answered>, port: number): Promise<void> {
  const server = createServer(async (request, response) => {
    try {
      let text = '';
      for await (const chunk of request) text += chunk;
      response.end(JSON.stringify(await answer(JSON.parse(text))));
    } catch (error) {
      say(`reply failed: ${error}`);
      response.writeHead(500).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
}
