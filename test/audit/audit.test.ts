/** The audit of a whole installation: nothing is wrong with a healthy one, and each fault is found by its name. */
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folders.ts';
import { PEOPLE } from '../support/town-people.ts';
import { auditOf, type Copy, copyOf, healthyFiles, wrong } from './healthy.ts';

let healthy: Awaited<ReturnType<typeof healthyFiles>>;
beforeAll(async () => {
  healthy = await healthyFiles();
}, 180_000);

const BURNED = 'pulse-2026-11-02';
const fresh = () => copyOf(healthy.folder);

/** What the audit says of a copy that `damage` was done to. */
async function wrongAfter(damage: (copy: Copy) => void): Promise<string[]> {
  const copy = fresh();
  damage(copy);
  return wrong(await auditOf(copy, healthy.programme));
}

function openRound(copy: Copy): string {
  const [row] = copy.rows(`select id from round where state = 'open' and campaign = 'pulse'`);
  return String(row?.id);
}

describe('a healthy installation', () => {
  test('has nothing wrong, and each check says so', async () => {
    const audited = await auditOf(fresh(), healthy.programme);
    expect(wrong(audited)).toEqual([]);
    const checked = new Set(audited.findings.map(({ check }) => check));
    expect(checked.size).toBe(11);
    const said = audited.findings.map(({ says }) => says).join('\n');
    expect(said).toMatch(/campaign "pulse": k = 5; comments from 10 answers and 5 who wrote/);
    expect(said).toMatch(/leavers: k = 5, .*kept 24 months/);
    expect(said).toMatch(/last hash: [0-9a-f]{64}/);
  });

  test('has something to look at: pools, differences, entries of pulses and of a release', () => {
    const copy = fresh();
    const count = (query: string) => Number(copy.rows(query)[0]?.n);
    expect(count('select count(*) as n from pool')).toBeGreaterThan(20);
    expect(count(`select count(*) as n from pool where round = 'exit-2026-q4'`)).toBeGreaterThan(3);
    expect(count(`select count(*) as n from ledger where round = 'exit-2026-q4'`)).toBeGreaterThan(
      3,
    );
    for (const said of ['"band"', '"rounded"', '"distribution"', '"participation"', '"comments"']) {
      const query = `select count(*) as n from ledger where entry like '%"shown":${said}%'`;
      expect(count(query), said).toBeGreaterThan(0);
    }
    expect(count(`select count(*) as n from leaver where door = 'named'`)).toBe(1);
    expect(count('select count(*) as n from exit_draft')).toBe(1);
  });

  test('names nobody, and repeats no answer', async () => {
    const said = JSON.stringify(await auditOf(fresh(), healthy.programme));
    for (const { id, name } of PEOPLE) {
      expect(said).not.toMatch(new RegExp(`\\b${id}\\b`));
      expect(said).not.toContain(name);
    }
    expect(said).not.toMatch(/favourable|Said \d/);
  });

  test('is told what could be linked now, in sentences', async () => {
    const { linkable } = await auditOf(fresh(), healthy.programme);
    expect(linkable.join('\n')).toMatch(/^1 round is open: the box says who has answered/m);
    expect(linkable.join('\n')).toMatch(/^Named interviews: 1\./m);
    expect(linkable.join('\n')).toMatch(/^\d+ contact rows: /m);
    for (const each of linkable) expect(each).toMatch(/^\S.*\.$/);
  });

  test('is left as it was, byte by byte', async () => {
    const copy = fresh();
    const bytes = () => readFileSync(copy.database).toString('base64');
    const before = bytes();
    await auditOf(copy, healthy.programme);
    expect(bytes()).toBe(before);
    expect(readdirSync(copy.keys)).toEqual(readdirSync(join(healthy.folder, 'keys')));
  });

  test('is looked at while somebody writes, without waiting', async () => {
    const copy = fresh();
    const writer = new Database(copy.database);
    writer.exec(`begin immediate; update person set name = 'Somebody'`);
    expect(wrong(await auditOf(copy, healthy.programme))).toEqual([]);
    writer.exec('rollback');
    writer.close();
  });

  test('of another version is not judged', async () => {
    const copy = fresh();
    copy.sql(`insert into kysely_migration values ('999-later', '2030-01-01')`);
    await expect(auditOf(copy)).rejects.toThrow(/newer Soundings/);
  });
});

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
    [
      `update leaver set access = 'pooled', later_round = 'exit-2026-q4' where id = ${ENDED}`,
      'still bears the choice "pooled"',
    ],
    [`update leaver set state = 'withdrawn' where id = ${NAMED}`, 'was withdrawn, but still bears'],
  ])('%s', async (statement, says) => {
    const found = await wrongAfter(({ sql }) => sql(statement));
    expect(
      found.filter((each) => each.startsWith('fault interviews') && each.includes(says)),
    ).toHaveLength(1);
  });
});

describe('files', () => {
  test('what another program deleted is found in the bytes, and so are its free pages', async () => {
    const found = await wrongAfter(({ database }) => {
      const raw = new Database(database);
      raw.pragma('secure_delete = off');
      const put = raw.prepare(`insert into envelope values (?, ?, 'team', randomblob(3000))`);
      for (const { id } of PEOPLE) put.run(BURNED, id);
      raw.prepare('delete from envelope where round = ?').run(BURNED);
      raw.pragma('wal_checkpoint(TRUNCATE)');
      raw.close();
    });
    expect(found).toEqual([
      expect.stringMatching(
        /^fault files: .*still holds \d+ traces? of ballots or deliveries of round pulse-2026-11-02/,
      ),
      expect.stringMatching(/^warning files: \d+ free pages? of .* hold deleted rows/),
    ]);
  });

  test('what is in the write-ahead log only is found, too', async () => {
    const copy = fresh();
    const raw = new Database(copy.database);
    raw.pragma('wal_autocheckpoint = 0');
    raw.prepare(`insert into envelope values (?, 'north-2', 'team', zeroblob(80))`).run(BURNED);
    raw.prepare('delete from envelope where round = ?').run(BURNED);
    const found = wrong(await auditOf(copy, healthy.programme));
    raw.close();
    expect(found).toEqual([expect.stringMatching(/^fault files: .*round pulse-2026-11-02/)]);
  });
});

describe('permissions', () => {
  test.each([
    ['database/town.db', 0o644, 'fault permissions: The database '],
    ['database', 0o755, 'warning permissions: The database folder '],
    ['keys', 0o750, 'fault permissions: The key folder '],
    ['keys/leavers', 0o755, 'fault permissions: The key folder '],
    ['keys/exit-2027-q1.key', 0o640, 'fault permissions: The key '],
  ])('%s with mode %o', async (path, mode, says) => {
    const found = await wrongAfter(({ folder }) => chmodSync(join(folder, path), mode));
    expect(found).toContainEqual(expect.stringContaining(says));
    for (const each of found) expect(each).toMatch(/Run: chmod [67]00 /);
  });
});

describe('keys', () => {
  const key = (copy: Copy, name: string) => join(copy.keys, `${name}.key`);
  const damaged = async (damage: (copy: Copy) => void) => {
    const found = await wrongAfter(damage);
    expect(found).toHaveLength(1);
    return found[0];
  };

  test('one that is missing', async () => {
    expect(await damaged((copy) => rmSync(key(copy, openRound(copy))))).toMatch(
      /^fault keys: The key of open round .* can't be counted/,
    );
  });

  test('one that should be destroyed', async () => {
    const leftover = (copy: Copy) =>
      writeFileSync(key(copy, BURNED), Buffer.alloc(32), { mode: 0o600 });
    expect(await damaged(leftover)).toMatch(
      /^fault keys: There is still a key for round .*published/,
    );
  });

  test('one of another round, and one that is none', async () => {
    expect(
      await damaged((copy) => cpSync(key(copy, 'exit-2027-q1'), key(copy, openRound(copy)))),
    ).toMatch(/is of another round/);
    expect(await damaged((copy) => writeFileSync(key(copy, openRound(copy)), 'x'))).toMatch(
      /is no key, or wrapped otherwise/,
    );
  });

  test('a file that is no key', async () => {
    const stray = (copy: Copy) =>
      writeFileSync(join(copy.keys, 'copy of keys.zip'), '', { mode: 0o600 });
    expect(await damaged(stray)).toMatch(/^warning keys: "copy of keys.zip"/);
  });

  test('a leaver’s that is missing, and one that is needed no more', async () => {
    const [named] = fresh().rows(`select id from leaver where door = 'named'`);
    const [ended] = fresh().rows('select id from leaver where door is null');
    expect(await damaged((copy) => rmSync(key(copy, `leavers/${named?.id}`)))).toMatch(
      /^fault keys: The key of leaver /,
    );
    const needless = (copy: Copy) =>
      writeFileSync(key(copy, `leavers/${ended?.id}`), Buffer.alloc(32), { mode: 0o600 });
    expect(await damaged(needless)).toMatch(/^fault keys: There is still a key for leaver /);
  });

  test('keys beside the database, even by way of a link', async () => {
    const copy = fresh();
    const keys = join(copy.folder, 'database', 'keys');
    cpSync(copy.keys, keys, { recursive: true });
    chmodSync(keys, 0o700);
    const found = wrong(await auditOf({ ...copy, keys }, healthy.programme), 'keys');
    expect(found).toEqual([expect.stringContaining('Keys lie beside the database')]);
  });
});

describe('pools', () => {
  const ONE = `round = '${BURNED}' and question = 'team' and unit = 'lab'`;

  test.each([
    [`update pool set n = 4, tally = '[0,2,0,2,0]' where ${ONE}`, 'holds fewer than 5 answers'],
    [`update pool set tally = '[0,0,0,1,0]' where ${ONE}`, 'tally that can'],
    [`update pool set sources = '["lab","north"]' where ${ONE}`, 'units that are not below it'],
    [
      `update pool set unit = 'firm', sources = '["firm","north"]' where ${ONE}`,
      'ballots of unit "north" lie in two pools',
    ],
    [`update pool set question = 'wage' where ${ONE}`, 'question that the round does not ask'],
    [`update round set ballots = 3 where id = '${BURNED}'`, 'more ballots than were opened'],
    [
      `delete from comment where id not in (select id from comment where round = '${BURNED}' limit 4)`,
      'by fewer than 5 people',
    ],
  ])('%s', async (statement, says) => {
    const found = await wrongAfter(({ sql }) => sql(statement));
    expect(
      found.filter((each) => each.startsWith('fault pools') && each.includes(says)),
    ).not.toEqual([]);
  });
});

describe('the ledger', () => {
  const faults = async (damage: (copy: Copy) => void) =>
    (await wrongAfter(damage)).filter((each) => !each.startsWith('fault differences'));
  const FIGURE = `entry like '%"question":"team"%' and entry like '%"shown":"rounded"%'`;

  test('a figure without an entry', async () => {
    expect(
      await faults(({ sql }) => sql(`delete from ledger where round = '${BURNED}' and ${FIGURE}`)),
    ).toEqual([expect.stringMatching(/^fault ledger: .* digests without an entry/)]);
  });

  test('an entry that no digest says', async () => {
    const found = await faults(({ sql }) =>
      sql(
        `insert into ledger select round, position + 1000, entry from ledger where round = '${BURNED}' and ${FIGURE} limit 1`,
      ),
    );
    expect(found).toEqual([expect.stringMatching(/1 entry in the ledger that no digest says/)]);
  });

  test('a figure finer than its pools allow, in digest and ledger alike', async () => {
    const finer = `"shown":"rounded","favourable":67`;
    const found = await faults(({ sql, rows }) => {
      for (const [table, column] of [
        ['ledger', 'entry'],
        ['digest', 'content'],
      ] as const) {
        for (const { id, text } of rows(
          `select rowid as id, ${column} as text from ${table} where round = '${BURNED}'`,
        )) {
          const changed = String(text).replace(/"shown":"rounded","favourable":\d+/g, finer);
          sql(`update ${table} set ${column} = ? where rowid = ?`, changed, id);
        }
      }
    });
    expect(found.join('\n')).toMatch(
      /fault ledger: .*question "team".* a figure was told that its pools do not allow/,
    );
  });

  test('other pools than are there', async () => {
    const found = await faults(({ sql }) =>
      sql(
        `update ledger set entry = replace(entry, '"pools":["lab"]', '"pools":["north"]') where round = '${BURNED}'`,
      ),
    );
    expect(found.join('\n')).toMatch(/the ledger names other pools than are there/);
  });

  test.each([
    [
      'a part that answered',
      '"participation":"over three quarters"',
      '"participation":"under half"',
      'does not follow',
    ],
    [
      'a change',
      '"change":{"kind":"none",',
      '"change":{"direction":"up","kind":"clear",',
      'does not follow',
    ],
    [
      'a slow drift',
      '"comments":[',
      '"drift":{"direction":"up","since":"2026-11-02T08:00:00.000Z","rounds":["pulse-2026-11-02"]},"comments":[',
      'slow drift',
    ],
    [
      'an index',
      '"comments":[',
      '"engagement":{"index":70,"drivers":[],"since":"2026-11-02T08:00:00.000Z","rounds":["pulse-2026-11-02"]},"comments":[',
      'engagement index',
    ],
    [
      'a comparison',
      '"comments":[',
      '"beside":{"higher":["team"],"lower":[],"since":"2026-11-02T08:00:00.000Z","rounds":["pulse-2026-11-02"]},"comments":[',
      'other employers',
    ],
    [
      'a comment',
      '"comments":[',
      '"comments":["Never released."],"before":[',
      'other comments were told',
    ],
  ])('%s that was told and does not follow', async (_, from, to, says) => {
    const found = await faults(({ sql }) =>
      sql(
        `update digest set content = replace(content, ?, ?) where round = 'pulse-2026-11-09'`,
        from,
        to,
      ),
    );
    expect(found.filter((each) => each.includes(says))).not.toEqual([]);
  });

  test('something of a release that its pools do not allow', async () => {
    const found = await faults(({ sql }) =>
      sql(
        `update ledger set entry = replace(entry, '"named":["pay"]', '"named":["pay","growth"]') where round = 'exit-2026-q4'`,
      ),
    );
    expect(found).toEqual([
      expect.stringMatching(/fault ledger: exit-2026-q4, unit "firm": something was told/),
    ]);
  });
});

describe('differences', () => {
  test('two published sets with too few between them', async () => {
    const found = await wrongAfter(({ sql }) => {
      // As if a pool of three had been told together with the lab's, and once without.
      sql(
        `insert into pool values ('${BURNED}', 'team', 'south', '', 3, '[0,0,0,3,0]', '["south"]')`,
      );
      sql(`insert into ledger select round, position + 1000, replace(entry, '"pools":["lab"]', '"pools":["lab","south"]')
            from ledger where round = '${BURNED}' and entry like '%"question":"team"%' and entry like '%"pools":["lab"]%' limit 1`);
    });
    expect(found.join('\n')).toMatch(
      /fault differences: .*question "team": two published sets differ by fewer than 5/,
    );
  });
});

describe('the audit log', () => {
  test('an entry that was changed', async () => {
    expect(
      await wrongAfter(({ sql }) => sql(`update audit set who = 'nina' where position = 1`)),
    ).toEqual([expect.stringMatching(/^fault audit log: .*its entry 2 is the first/)]);
  });

  test('a log that was cut short', async () => {
    expect(
      await wrongAfter(({ sql }) =>
        sql('delete from audit where position = (select max(position) from audit)'),
      ),
    ).toHaveLength(1);
  });
});

describe('thresholds', () => {
  test('one that is weaker than usual is a warning, one that no configuration allows a fault', async () => {
    const weak = { ...healthy.programme, floor: 3 };
    expect(wrong(await auditOf(fresh(), weak))).toEqual([
      expect.stringMatching(/^warning thresholds: leavers: k = 3.*weaker than 5/),
    ]);
    const found = await wrongAfter((copy) =>
      copy.sql(`update round set floor = 2 where id = '${openRound(copy)}'`),
    );
    expect(found).toEqual([expect.stringMatching(/^fault thresholds: Round .* k under 3/)]);
  });

  test('without a programme the rounds say what holds', async () => {
    const { findings } = await auditOf(fresh());
    const said = findings.filter(({ check }) => check === 'thresholds').map(({ says }) => says);
    expect(said).toContain('campaign "pulse": k = 5 in its newest round');
  });
});

test('a database that is not there is no healthy one', async () => {
  const folder = temporaryFolder();
  await expect(auditOf({ database: join(folder, 'none.db'), keys: folder })).rejects.toThrow();
  expect(existsSync(join(folder, 'none.db'))).toBe(false);
});
