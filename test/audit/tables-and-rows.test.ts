/** What must not be in the database is found by its name: tables, rows of rounds, what is kept of leavers. */
import { beforeAll, describe, expect, test } from 'vitest';
import { auditOf, type Copy, copyOf, healthyFiles, openRound, wrong } from './healthy.ts';

let healthy: Awaited<ReturnType<typeof healthyFiles>>;
beforeAll(async () => {
  healthy = await healthyFiles();
}, 180_000);

const BURNED = 'pulse-2026-11-02';

/** What the audit says of a copy that `damage` was done to. */
async function wrongAfter(damage: (copy: Copy) => void): Promise<string[]> {
  const copy = copyOf(healthy.folder);
  damage(copy);
  return wrong(await auditOf(copy, healthy.programme));
}

describe('tables', () => {
  test.each([
    ['create table shadow (person text)', 'Table "shadow" is not of Soundings'],
    ['alter table envelope add column arrived text', 'Column "arrived" of table "envelope"'],
    [
      'drop table contact; create table contact (person, campaign, at)',
      'Column "reminder" of table "contact" is missing',
    ],
    ['create trigger spy after insert on envelope begin select 1; end', 'There is a trigger spy'],
    ['create view look as select * from envelope', 'There is a view look'],
    ['analyze', 'There is a table of samples sqlite_stat4'],
  ])('%s', async (statement, says) => {
    const found = await wrongAfter(({ sql }) => sql(statement));
    expect(found.filter((each) => each.startsWith('fault tables'))).toEqual([
      expect.stringContaining(says),
    ]);
  });
});

describe('rows', () => {
  const envelope = (round: string, person = 'north-2', question = 'team', size = 80) =>
    `insert into envelope values ('${round}', '${person}', '${question}', zeroblob(${size}));`;

  test.each([
    [envelope(BURNED), `1 sealed envelope of round ${BURNED}, which is published`],
    [envelope('gone'), '1 sealed envelope of round gone, which is unknown'],
    [
      `update delivery set kind = 'question' where round = '${BURNED}'`,
      'records of who was asked of round',
    ],
    [
      `insert into carried values ('exit-2026-q4', 'exit-2026-q3', x'00')`,
      '1 carried envelope of round exit-2026-q4',
    ],
    [
      `update round set state = 'closing' where id = '${BURNED}'`,
      'pools of round pulse-2026-11-02, which is closing',
    ],
    [
      `update round set state = 'burned' where id = '${BURNED}'`,
      'ledger entries of round pulse-2026-11-02, which is burned',
    ],
    [`update round set state = 'counted' where id = '${BURNED}'`, 'its files wait to be cleaned'],
    [
      `insert into message values ('a', 'north-2', '${BURNED}', 'question', 1, '{}'), ('b', 'north-2', '${BURNED}', 'question', 2, '{}')`,
      `Reminders of round ${BURNED}`,
    ],
  ])('%s', async (statement, says) => {
    const found = await wrongAfter(({ sql }) => sql(statement));
    expect(found.filter((each) => each.includes(says))).toHaveLength(1);
  });

  test('messages that differ after the burn', async () => {
    const found = await wrongAfter(({ sql }) => {
      for (let i = 1; i <= 5; i++) {
        sql(
          `insert into message values ('m${i}', 'north-${i}', '${BURNED}', 'question', ${i}, '${i}')`,
        );
      }
    });
    expect(found).toEqual([expect.stringMatching(/^fault rows: Messages of round .* differ/)]);
  });

  test('in an open round: nobody’s, nothing’s, and one whose length tells', async () => {
    const said = async (...more: [person: string, question: string, size: number]) =>
      wrongAfter((copy) => copy.sql(envelope(openRound(copy), ...more)));
    expect(await said('stranger', 'team', 80)).toEqual([
      expect.stringMatching(/people who were not asked/),
    ]);
    expect(await said('north-2', 'wage', 80)).toEqual([
      expect.stringMatching(/question that it does not ask/),
    ]);
    const uneven = await wrongAfter((copy) => {
      copy.sql(envelope(openRound(copy)));
      copy.sql(envelope(openRound(copy), 'north-3', 'team', 81));
    });
    expect(uneven).toEqual([expect.stringMatching(/differ in length/)]);
  });
});

describe('interviews', () => {
  const NAMED = `(select id from leaver where door = 'named')`;
  const OPEN = `(select id from leaver where door = 'open')`;
  const ENDED = `(select id from leaver where door is null limit 1)`;

  test.each([
    [`update leaver set door = 'pooled' where id = ${OPEN}`, 'A draft of leaver'],
    [`update exit_draft set leaver = 'nobody'`, 'A draft of leaver nobody, who is unknown'],
    [
      `insert into exit_record select id, 'door', x'00' from leaver where id = ${ENDED}`,
      'A record of leaver',
    ],
    [
      `update leaver set door = 'pooled' where id = ${ENDED}`,
      'still bears "pooled" for release exit-2026-q4',
    ],
    [
      `update leaver set door = 'declined' where id = ${ENDED}`,
      'still bears "declined" for release exit-2026-q4',
    ],
    [`update leaver set access = 'pooled' where id = ${ENDED}`, 'still bears the choice "pooled"'],
    [`update leaver set state = 'withdrawn' where id = ${NAMED}`, 'was withdrawn, but still bears'],
  ])('%s', async (statement, says) => {
    const found = await wrongAfter(({ sql }) => sql(statement));
    expect(
      found.filter((each) => each.startsWith('fault interviews') && each.includes(says)),
    ).toHaveLength(1);
  });
});
