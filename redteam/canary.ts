/** Attack: search every byte of every file, log and queue for what must not be there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envelopeSize } from '../src/ballot/envelope.ts';
import { type Firm, firm } from './firm.ts';
import { answers, crew, envelopesOf, filesOf, ROUND, scalesOf, smallFirm, WEEK } from './scene.ts';
import type { Spied } from './spy-queue.ts';

const ORG = smallFirm({ east: 12, west: 6 });
/** Enough people comment in `east`; in `west` nobody's words may ever be read. */
const SHOWN = crew('east', 6).map((id) => `shown canary aardvark of ${id.slice(-2)}`);
const HIDDEN = crew('west', 3).map((id) => `hidden canary wombat of ${id.slice(-2)}`);
const WITHDRAWN = 'withdrawn canary okapi';
const TYPED = 'typed canary quokka';

export interface Canaries {
  /** Before the count: words in any file, log or queue, or the private key outside the key folder. */
  readonly during: number;
  /** After the burn: words that were not released, envelopes or pieces of them, the key. */
  readonly after: number;
  /** The search finds what does lie there: an envelope before, a released comment after. */
  readonly searchWorks: boolean;
}

export async function canaries(spy?: Spied): Promise<Canaries> {
  const house = await firm(ORG, WEEK.before, spy);
  try {
    await house.at(WEEK.opens);
    await house.at(WEEK.asked);
    await everybodySpeaks(house);
    const envelopes = await envelopesOf(house);
    const key = readFileSync(join(house.folder, 'keys', `${ROUND}.key`));
    const before = await everything(house, spy);
    const words = [...SHOWN, ...HIDDEN, WITHDRAWN, TYPED, 'canary'];
    const outside = new Map([...before].filter(([name]) => !name.startsWith('keys')));
    const during = words.filter((each) => holds(before, each)).length + pieces([key], outside);
    const found = envelopes
      // Those of comments lie in several pages of a file.
      .filter(({ length }) => length < envelopeSize('free-text'))
      .filter((each) => holds(before, each)).length;
    await house.at(WEEK.closes);
    await house.at(WEEK.told);
    const left = await everything(house, spy);
    const silent = [...HIDDEN, WITHDRAWN, TYPED, 'wombat', 'okapi', 'quokka'];
    const after =
      silent.filter((each) => holds(left, each)).length + pieces([key, ...envelopes], left);
    return { during, after, searchWorks: found > 0 && holds(left, 'canary aardvark') };
  } finally {
    await house.close();
  }
}

async function everybodySpeaks(house: Firm): Promise<void> {
  const scales = await scalesOf(house);
  const values = Object.fromEntries(scales.map((id, i) => [id, String(1 + (i % 5))]));
  for (const [i, person] of crew('east', 12).entries())
    await answers(house, person, values, SHOWN[i]);
  await answers(house, 'west-01', values, WITHDRAWN);
  for (const [i, person] of crew('west', 6).entries())
    await answers(house, person, values, HIDDEN[i]);
  await house.inbox.receive({ kind: 'command', person: 'west-05', text: TYPED });
}

/** Files by name, the log, and what the server keeps. */
async function everything(house: Firm, spy: Spied | undefined): Promise<Map<string, Buffer>> {
  const files = filesOf(house.folder);
  files.set('log', Buffer.from(house.log.join('\n')));
  if (spy) files.set('server', await spy.kept());
  return files;
}

/** As it is, in hexadecimal, base64 or UTF-16. */
function holds(files: ReadonlyMap<string, Buffer>, sought: string | Uint8Array): boolean {
  const bytes = Buffer.from(sought as string);
  const forms = [
    bytes,
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('base64').replace(/=+$/, '')),
  ];
  if (typeof sought === 'string') forms.push(Buffer.from(sought, 'utf16le'));
  return [...files.values()].some((all) => forms.some((form) => all.includes(form)));
}

/** How many 16-byte pieces of these lie in the files. */
function pieces(secrets: readonly Uint8Array[], files: ReadonlyMap<string, Buffer>): number {
  const sought = new Map<number, Buffer[]>();
  for (const piece of secrets.flatMap(cut)) {
    const start = piece.readUInt32LE();
    sought.set(start, [...(sought.get(start) ?? []), piece]);
  }
  const found = new Set<Buffer>();
  for (const all of files.values()) {
    for (let at = 0; at + PIECE <= all.length; at++) {
      const alike = sought.get(all.readUInt32LE(at)) ?? [];
      const lies = alike.find((piece) => piece.compare(all, at, at + PIECE) === 0);
      if (lies) found.add(lies);
    }
  }
  return found.size;
}

const PIECE = 16;

function cut(secret: Uint8Array): Buffer[] {
  return Array.from({ length: Math.floor(secret.length / PIECE) }, (_, i) =>
    Buffer.from(secret.subarray(i * PIECE, (i + 1) * PIECE)),
  );
}
