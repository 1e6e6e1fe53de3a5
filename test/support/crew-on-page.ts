/** Twelve more of the lab, who are on no chat platform: with them a digest has pictures. */
import type { House } from '../../src/house.ts';
import type { Fields } from '../../src/message/reply.ts';
import { FIRM } from './slack/firm.ts';
import { crew } from './town-people.ts';

const CREW = crew('lab', 12);

/** Before the round opens. */
export async function joinCrew({ ports, plan }: House): Promise<void> {
  const people = [...FIRM.people, ...CREW];
  await ports.store.org.replace({ ...FIRM, people }, plan.clock.now());
}

/** All of them, on the web page. */
export async function crewAnswers({ inbox }: House, round: string, fields: Fields): Promise<void> {
  for (const { id } of CREW) {
    await inbox.receive({ kind: 'submit', form: 'answers', person: id, about: round, fields });
  }
}
