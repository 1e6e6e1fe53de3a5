/** What was told and does not follow from whole pools is found, wherever it was changed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { auditOf, type Copy, copyOf, healthyFiles, wrong } from './healthy.ts';

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
  const FIGURE = `entry like '%"question":"team"%' and entry like '%"shown":"distribution"%'`;

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

  test('something that HR read later and that its pools do not allow', async () => {
    const ofPage = `entry like '%"page":"value"%' and entry like '%"unit":"lab"%'`;
    const found = await faults(({ sql, rows }) => {
      expect(rows(`select entry from ledger where ${ofPage}`).length).toBeGreaterThan(0);
      sql(
        `update ledger set entry = replace(entry, '"pools":["lab"]', '"pools":[]') where ${ofPage}`,
      );
    });
    expect(found).not.toEqual([]);
    for (const each of found) expect(each).toMatch(/fault ledger: .*unit "lab": HR read what/);
  });

  test('a part of what HR read of a release later: all of it is there, or something is wrong', async () => {
    const later = (more = '') => {
      return `insert into ledger select round, position + 1000,
        replace(json_set(entry, '$.at', '2027-02-02T08:00:00.000Z', '$.page', 'value'), 'hana', 'clara')
        from ledger where round = 'exit-2026-q4' and entry like '%"reader":"hana"%' and entry like '%"unit":"firm"%' ${more}`;
    };
    expect(await faults(({ sql }) => sql(later()))).toEqual([]);
    expect(await faults(({ sql }) => sql(later('limit 2')))).toEqual([
      expect.stringMatching(/fault ledger: exit-2026-q4, unit "firm": something was told/),
    ]);
  });

  test('a figure finer than its pools allow, in digest and ledger alike', async () => {
    const finer = `"favourable":67`;
    const found = await faults(({ sql, rows }) => {
      for (const [table, column] of [
        ['ledger', 'entry'],
        ['digest', 'content'],
      ] as const) {
        for (const { id, text } of rows(
          `select rowid as id, ${column} as text from ${table} where round = '${BURNED}'`,
        )) {
          const changed = String(text).replace(/"favourable":\d+/g, finer);
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
