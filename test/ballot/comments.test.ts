import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CommentPool, placeComments, type Written } from '../../src/ballot/comments.ts';
import type { Reader } from '../../src/survey/answer.ts';
import { type Node, trees } from '../support/arbitraries.ts';

const company: Node[] = [
  { id: 'company' },
  { id: 'sales', parent: 'company' },
  { id: 'north', parent: 'sales' },
  { id: 'south', parent: 'sales' },
];

/** `answers` people, of whom some wrote for their team and some for HR only. */
function written(unit: string, answers: number, team: number, hr = 0): [string, Written] {
  const texts = [
    ...Array.from({ length: team }, (_, i) => ({
      text: `${unit} team ${i}`,
      reader: 'team' as Reader,
    })),
    ...Array.from({ length: hr }, (_, i) => ({ text: `${unit} hr ${i}`, reader: 'hr' as Reader })),
  ];
  return [unit, { answers, texts }];
}

function place(...of: [string, Written][]) {
  const pools = placeComments(company, new Map(of));
  return pools.map(({ unit, hr, texts }) => `${unit}${hr ? ' (HR)' : ''}: ${texts.length}`).sort();
}

test('ten answers and five commenters release the comments of a team', () => {
  expect(place(written('north', 10, 5))).toEqual(['north: 5']);
});

test('nine answers release nothing, and neither do four commenters', () => {
  expect(place(written('north', 9, 9))).toEqual([]);
  expect(place(written('north', 40, 4))).toEqual([]);
});

test('what a team can’t release moves up to where enough people are together', () => {
  expect(place(written('north', 6, 3), written('south', 4, 2))).toEqual(['sales: 5']);
  expect(place(written('north', 6, 3), written('company', 4, 2))).toEqual(['company: 5']);
});

test('answers that a unit below has used for its own comments do not count again above', () => {
  const above = [written('south', 4, 2), written('company', 5, 3)];
  expect(place(written('north', 12, 6), ...above)).not.toContain('company: 5');
  expect(place(written('north', 12, 6), ...above, written('sales', 1, 0))).toContain('company: 5');
});

test('a comment for HR only goes to HR, and to nobody else, however many there are', () => {
  expect(place(written('north', 20, 0, 8))).toEqual(['company (HR): 8']);
});

test('comments for HR only don’t help a team to its five commenters', () => {
  expect(place(written('north', 12, 4, 4))).toEqual(['company (HR): 8']);
});

test('four comments for HR only, and no others, are nobody’s to read', () => {
  expect(place(written('north', 30, 6, 4))).toEqual(['north: 6']);
});

test('what not even the root can release goes to HR with the comments for HR only', () => {
  expect(place(written('north', 9, 2), written('company', 8, 1, 2))).toEqual(['company (HR): 5']);
});

test('nobody wrote, nothing is released', () => {
  expect(place(written('north', 30, 0))).toEqual([]);
  expect(place()).toEqual([]);
});

interface World {
  readonly units: readonly Node[];
  readonly all: ReadonlyMap<string, Written>;
  readonly pools: readonly CommentPool[];
}

/** Any tree in which any number answered and some of them wrote; every text is unique and names its unit. */
const worlds: fc.Arbitrary<World> = trees(10).chain((units) =>
  fc
    .array(
      fc.tuple(
        fc.array(fc.constantFrom<Reader>('team', 'team', 'hr'), { maxLength: 9, size: 'max' }),
        fc.nat(12),
      ),
      { minLength: units.length, maxLength: units.length },
    )
    .map((given) => {
      const all = new Map(
        units.map(({ id }, i): [string, Written] => {
          const [readers, silent] = given[i] ?? [[], 0];
          const texts = readers.map((reader, n) => ({ text: `${id}/${reader}/${n}`, reader }));
          return [id, { answers: readers.length + silent, texts }];
        }),
      );
      return { units, all, pools: placeComments(units, all) };
    }),
);

function always(claim: (world: World) => void): void {
  fc.assert(fc.property(worlds, claim), { numRuns: 400 });
}

/** The units at and below `id`, found from below. */
function atOrBelow(units: readonly Node[], id: string): string[] {
  const parentOf = new Map(units.map((each) => [each.id, each.parent]));
  return [...parentOf.keys()].filter((unit) => {
    let at: string | undefined = unit;
    while (at !== undefined && at !== id) at = parentOf.get(at);
    return at === id;
  });
}

test('no comment is released twice, and none is invented', () => {
  always(({ all, pools }) => {
    const known = new Set([...all.values()].flatMap(({ texts }) => texts.map(({ text }) => text)));
    const shown = pools.flatMap(({ texts }) => texts);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.filter((text) => !known.has(text))).toEqual([]);
  });
});

test('a comment for HR only is in no team’s pool; HR’s pool belongs to the root', () => {
  always(({ pools }) => {
    for (const { unit, hr, texts } of pools) {
      if (hr) expect(unit).toBe('u0');
      else expect(texts.filter((text) => !text.includes('/team/'))).toEqual([]);
    }
  });
});

test('five comments and ten answers that no pool below has used stand behind every release', () => {
  always(({ units, all, pools }) => {
    for (const { unit, hr, texts } of pools) {
      expect(texts.length).toBeGreaterThanOrEqual(5);
      const below = atOrBelow(units, unit);
      expect(texts.filter((text) => !below.includes(text.split('/')[0] ?? ''))).toEqual([]);
      const used = pools
        .filter((pool) => !pool.hr && pool.unit !== unit && below.includes(pool.unit))
        .flatMap((pool) => atOrBelow(units, pool.unit));
      const free = hr ? below : below.filter((id) => !used.includes(id));
      const answers = free.reduce((sum, id) => sum + (all.get(id)?.answers ?? 0), 0);
      expect(answers).toBeGreaterThanOrEqual(10);
    }
  });
});

test('a unit that has enough of its own is released to its own reader', () => {
  always(({ units, all, pools }) => {
    for (const { id } of units) {
      const own = all.get(id);
      const team = own?.texts.filter(({ reader }) => reader === 'team') ?? [];
      if ((own?.answers ?? 0) < 10 || team.length < 5) continue;
      const pool = pools.find(({ unit, hr }) => unit === id && !hr);
      expect(pool?.texts).toEqual(expect.arrayContaining(team.map(({ text }) => text)));
    }
  });
});

test('what stays unread is too little to be released: under ten answers or five comments in all', () => {
  always(({ all, pools }) => {
    const shown = new Set(pools.flatMap(({ texts }) => texts));
    const unread = [...all.values()]
      .flatMap(({ texts }) => texts)
      .filter(({ text }) => !shown.has(text));
    const answers = [...all.values()].reduce((sum, each) => sum + each.answers, 0);
    expect(unread.length < 5 || answers < 10).toBe(true);
  });
});
