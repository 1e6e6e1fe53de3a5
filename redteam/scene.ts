/** One week in a small firm, for attacks on whatever can be seen, asked for or stolen. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { windowOf } from '../src/campaign/cadence.ts';
import { roundId } from '../src/campaign/open-round.ts';
import type { Response } from '../src/message/reply.ts';
import type { Organisation, Person } from '../src/org/person.ts';
import { HR } from './company.ts';
import { type Firm, hoursAfter, PULSE } from './firm.ts';

const WINDOW = windowOf(PULSE.cadence, 0);
export const ROUND = roundId(PULSE, WINDOW);

/** Instants of the week. By `asked` everybody has their questions, by `told` every reader has the digest. */
export const WEEK = {
  before: hoursAfter(WINDOW.opensAt, -8),
  opens: WINDOW.opensAt,
  asked: hoursAfter(WINDOW.opensAt, 27),
  closes: WINDOW.closesAt,
  told: hoursAfter(WINDOW.closesAt, 66),
} as const;

/** Two teams under one roof; the managers and HR count there. */
export function smallFirm(sizes: Readonly<Record<string, number>>): Organisation {
  const person = (id: string, unit: string): Person => ({ id, name: `Name ${id}`, unit });
  const teams = Object.keys(sizes);
  return {
    units: [
      { id: 'firm', name: 'Firm', manager: 'boss' },
      ...teams.map((id) => ({ id, name: `Team ${id}`, parent: 'firm', manager: `lead-${id}` })),
    ],
    people: [
      person('boss', 'firm'),
      ...HR.map((id) => person(id, 'firm')),
      ...teams.flatMap((team) => [
        person(`lead-${team}`, team),
        ...crew(team, sizes[team] ?? 0).map((id) => person(id, team)),
      ]),
    ],
  };
}

export function crew(team: string, size: number): string[] {
  return Array.from({ length: size }, (_, i) => `${team}-${String(i + 1).padStart(2, '0')}`);
}

/** Seals a form: values `1` to `5` by question, and the comment field. */
export function answers(
  { inbox }: Firm,
  person: string,
  values: Readonly<Record<string, string>>,
  comment = '',
): Promise<Response> {
  const fields: Record<string, string[]> = { comment: [comment] };
  for (const [question, value] of Object.entries(values)) fields[question] = [value];
  return inbox.receive({ kind: 'submit', form: 'answers', person, about: ROUND, fields });
}

/** The questions with a scale that this week asks. */
export async function scalesOf({ ports }: Firm): Promise<string[]> {
  const round = await ports.store.rounds.get(ROUND);
  return round?.questions.filter(({ kind }) => kind === 'five-point').map(({ id }) => id) ?? [];
}

/** Every file below a folder. */
export function filesOf(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(name, readFileSync(path));
  }
  return files;
}

export async function envelopesOf({ ports }: Firm): Promise<Uint8Array[]> {
  const envelopes: Uint8Array[] = [];
  for await (const batch of ports.store.box.ballots(ROUND)) {
    envelopes.push(...batch.map(({ envelope }) => Uint8Array.from(envelope)));
  }
  return envelopes;
}
