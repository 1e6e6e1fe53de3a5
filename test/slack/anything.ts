/** Any message and any form, in any script, short and far too long. */
import fc from 'fast-check';
import type {
  Actions,
  Block,
  Chart,
  Field,
  Form,
  Message,
  Option,
} from '../../src/message/message.ts';
import { ACTIONS } from '../../src/org/roles.ts';

/** What people read as one character each: none may be cut in half. Right-to-left, combining, paired, joined. */
export const CHARACTERS = [
  ...'aZ09.&<>*_~`@#:|/ \n',
  'é',
  'e\u0301',
  'ש\u05b8\u05c1',
  'م\u064e',
  '漢',
  '😀',
  '👍🏽',
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  '𝔸',
  'नि',
];

const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'aZ ') },
  fc.constantFrom(...CHARACTERS),
);

function textOf(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: character, maxLength, size: 'max' });
}

/** A pattern repeated, as drawing thousands of characters one by one is slow. */
const long = fc
  .tuple(
    fc.string({ unit: character, minLength: 1, maxLength: 40 }),
    fc.integer({ min: 2, max: 120 }),
  )
  .map(([pattern, times]) => pattern.repeat(times));

export const texts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', ' ', '\u200f', '<!channel> & <@U1>', ':smile: *bold* `code`'),
  { weight: 5, arbitrary: textOf(160) },
  { weight: 2, arbitrary: long },
);

/** No canary is anything that a text could hold. */
export const CANARY = 'canaryvalue';
const canaries = fc.nat({ max: 99_999 }).map((n) => `${CANARY}${n}`);

const options = (most: number): fc.Arbitrary<Option[]> =>
  fc.uniqueArray(fc.record({ value: canaries, label: textOf(100) }), {
    maxLength: most,
    size: 'max',
    selector: ({ value }) => value,
  });

const ids = fc.string({
  unit: fc.constantFrom(...'abcXYZ019-_/:|%&<> ', 'ü', '漢'),
  minLength: 1,
  maxLength: 30,
});

const share = fc.integer({ min: 10, max: 90 });
const figure: fc.Arbitrary<Chart['rows'][number]['figure']> = fc.oneof(
  fc.constantFrom({ kind: 'band' as const, from: 40, to: 60 }),
  fc.record({ kind: fc.constant('share' as const), favourable: share }),
  fc.record({
    kind: fc.constant('distribution' as const),
    unfavourable: share,
    neutral: share,
    favourable: share,
  }),
);
const chart: fc.Arbitrary<Chart> = fc.record({
  kind: fc.constant('chart' as const),
  title: texts,
  summary: texts,
  legend: fc.tuple(texts, texts, texts),
  rows: fc.array(
    fc.record({
      label: texts,
      text: texts,
      emphasis: fc.constantFrom('main' as const, 'reference' as const),
      figure,
    }),
    { maxLength: 24 },
  ),
});

const written = fc
  .tuple(fc.constantFrom('heading', 'text', 'note', 'quote'), texts)
  .map(([kind, text]) => ({ kind, text }) as Block);
const link: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('link' as const),
  text: texts,
  url: fc.oneof(fc.webUrl(), texts),
});
const scale: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('scale' as const),
  round: ids,
  question: ids,
  text: texts,
  options: options(60),
});
const actions: fc.Arbitrary<Actions> = fc.record({
  kind: fc.constant('actions' as const),
  about: fc.oneof(fc.constant(''), ids),
  actions: fc.array(
    fc
      .tuple(fc.constantFrom(...ACTIONS), texts, fc.constantFrom(undefined, 'main', 'grave'))
      .map(([action, label, look]) => ({ action, label, ...(look && { look }) }) as const),
    { maxLength: 40 },
  ),
});

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: written },
  link,
  scale,
  actions,
  {
    weight: 2,
    arbitrary: chart,
  },
);

export const messages: fc.Arbitrary<Message> = fc.record({
  summary: texts,
  blocks: fc.oneof(
    fc.array(block, { maxLength: 8 }),
    fc.array(block, { maxLength: 90, size: 'max' }),
    fc.array(written, { maxLength: 200, size: 'max' }),
  ),
});

const more = fc.record(
  { label: texts, hint: texts, required: fc.constant(true as const) },
  {
    requiredKeys: ['label'],
  },
);
const choice = fc
  .tuple(fc.constantFrom('one' as const, 'several' as const), options(120), fc.array(fc.nat(130)))
  .map(([kind, options, picks]) => ({
    kind,
    options,
    chosen: picks.flatMap((pick) => options[pick]?.value ?? ['not offered']),
  }));
const typed = fc.record(
  {
    kind: fc.constant('text' as const),
    limit: fc.integer({ min: 0, max: 9000 }),
    lines: fc.constantFrom('one' as const, 'many' as const),
    written: texts,
    readers: fc.record({ label: texts, options: options(14) }),
  },
  { requiredKeys: ['kind', 'limit', 'lines'] },
);

export const forms: fc.Arbitrary<Form> = fc.record(
  {
    name: fc.constantFrom('answers' as const, 'settings' as const, 'exit' as const),
    about: ids,
    title: texts,
    intro: texts,
    submit: texts,
    cancel: texts,
    fields: fc
      .array(fc.tuple(more, fc.oneof(choice, typed)), { maxLength: 5 })
      .map((drawn) =>
        drawn.map(([common, kind], i) => ({ name: `field-${i}`, ...common, ...kind }) as Field),
      ),
    look: fc.constant('grid' as const),
    also: actions,
  },
  { requiredKeys: ['name', 'about', 'title', 'intro', 'submit', 'cancel', 'fields'] },
);
