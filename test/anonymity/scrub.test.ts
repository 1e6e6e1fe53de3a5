import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scrubber } from '../../src/anonymity/scrub.ts';

const ROSTER = [
  'Zoë Müller',
  'Łukasz Żółć',
  'Søren Ørsted',
  'José Núñez',
  'Nguyễn Văn An',
  'Anna Schmidt',
  'James O’Brien',
  'Li Wei',
  '山田 太郎',
  '김민준',
  'Анна Иванова',
  'Jean-Luc Dupont',
  'anna.schmidt',
  'j_obrien42',
  'Grace Price',
  'Mark Will',
  'Hope Stern',
  'May Young',
  'Thomas Koch',
];
const scrub = scrubber(ROSTER);

/** What is left of a sentence once every removal is taken out. */
function left(text: string): string {
  return scrub(text).replaceAll('[…]', '').replaceAll(/\s+/g, ' ').trim();
}

const REMOVED: [what: string, text: string, rest: string][] = [
  ['a full name', 'Ask Anna Schmidt about it', 'Ask about it'],
  ['a given name alone', 'Anna never listens', 'never listens'],
  ['a name in small letters', 'ask schmidt or müller', 'ask or'],
  ['a name of three letters in small letters', 'ask zoë about it', 'ask about it'],
  ['a name in capitals', 'ANNA DECIDES', 'DECIDES'],
  ['a name without its diacritics', 'Lukasz and Zoe and Soren and Nunez', 'and and and'],
  ['a name with diacritics decomposed', 'Zoe\u0308 Mu\u0308ller left', 'left'],
  ['an English possessive', "Anna’s plan and Schmidt's plan", "’s plan and 's plan"],
  ['a German genitive', 'Annas Plan und Schmidts Ton', 'Plan und Ton'],
  ['a short Vietnamese name with a capital', 'Nguyễn said so', 'said so'],
  ['a name with an apostrophe', 'O’Brien shouts', 'O’ shouts'],
  ['a double name', 'Jean-Luc shouts', 'shouts'],
  ['a Japanese name', '山田さんは怒鳴る', 'さんは怒鳴る'],
  ['a Korean name with its particle', '김민준이 소리친다', '이 소리친다'],
  ['a Cyrillic name', 'Иванова кричит', 'кричит'],
  ['a handle', 'see anna.schmidt for it', 'see for it'],
  ['a handle with an underscore', 'j_obrien42 did it', 'did it'],
  ['a mention', 'thanks @someone.else for it', 'thanks for it'],
  ['an e-mail address', 'write to zoe.m+x@mail.example.com today', 'write to today'],
  ['a telephone number', 'call +49 (431) 123-4567 now', 'call now'],
  ['a telephone number without spaces', 'call 04311234567 now', 'call now'],
  ['a personnel number', 'id 4711004 knows', 'id knows'],
  ['a link', 'see https://intra.example/x?who=me today', 'see today'],
  ['a link without a scheme', 'see www.example.org/team today', 'see today'],
  ['a word that is also a name, with a capital', 'then Grace left', 'then left'],
  ['a family name that is also a word, with a capital', 'Mark Will left', 'left'],
];

for (const [what, text, rest] of REMOVED) {
  test(`${what} is taken out`, () => expect(left(text)).toBe(rest));
}

test('any name of the roster is found anywhere in a sentence, whatever its case', () => {
  const latin = ROSTER.filter((name) => /^[\p{Script=Latin} -]+$/u.test(name)).slice(0, 8);
  const around = fc.constantFrom('', ' ', '.', ',', '!', '(', '“', '\n', ':', '…', '–');
  const turned = fc.constantFrom(
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => name.normalize('NFD'),
    (name: string) => name.normalize('NFD').replace(/\p{M}/gu, ''),
  );
  fc.assert(
    fc.property(fc.constantFrom(...latin), turned, around, around, (name, turn, before, after) => {
      const found = scrub(`well ${before}${turn(name)}${after} indeed`);
      for (const part of turn(name).split(/[ -]/)) {
        expect(found.split(/[^\p{L}\p{M}]+/u)).not.toContain(part);
      }
    }),
  );
});

test('what was taken out leaves one mark, not one for each word', () => {
  expect(scrub('Anna Schmidt left')).toBe('[…] left');
});

test('scrubbing twice changes nothing more', () => {
  for (const [, text] of REMOVED) expect(scrub(scrub(text))).toBe(scrub(text));
});

test('an organisation without names still loses its addresses', () => {
  expect(scrubber([])('mail a@b.example or call 0431 123456')).toBe('mail […] or call […]');
});

test('words that are also names stay as they are in small letters', () => {
  const text = 'i will mark the price with grace and hope, and may stay young';
  expect(scrub(text)).toBe(text);
});

describe('harmless sentences stay as they are', () => {
  const common = scrubber([
    'Grace Price',
    'Mark Will',
    'Hope Stern',
    'May Young',
    'Thomas Koch',
    'Anna Schmidt',
    'Peter Klein',
    'Julia Wolf',
    'Li Wei',
    'An Nguyen',
    'Max Lang',
    'Tom Winter',
    'Petra Sommer',
    'Jan Richter',
    'Sam Long',
    'Ken Best',
    'Ute von der Heide',
    'Maria de la Cruz',
    'mark.will',
    'p1234',
  ]);
  const SENTENCES = [
    'Meetings are too long and have no agenda.',
    'i will stay if the workload gets better',
    'We lost 3 people in 2025 and nobody came.',
    'The price of lunch went up by 12.50 this year.',
    'It may help to plan the quarter together.',
    'I hope that we keep the four-day week.',
    'My manager listens, that is all I can say.',
    'Deadlines move every week: 10.11., then 17.11., then 24.11.',
    'Between 9:00 and 17:30 nobody can concentrate.',
    'The best thing here is the team.',
    'No one knows the plan for 2027.',
    'The budget for 2025/2026 is unclear.',

    'Please mark the quiet hours in the calendar.',
    'I can’t see a career path, long term.',
    'Version 2.4.1 broke the build again.',
    'Pay is 5 % under the market, 10 % in the north.',
    'They answer after 3-4 days on average.',
    'An open door would help more than a survey.',
    'Let us sum up what we decided.',
    'We need more people on call at night.',
    'The tools are old; the printer is older.',
    'Die Meetings dauern zu lang.',
    'Ich will bleiben, wenn es ruhiger wird.',
    'Es gibt zu wenig Zeit für gute Arbeit.',
    'Das Büro ist zu klein und zu laut.',
    'Wir brauchen mehr Leute, am besten sofort.',
    'Der Preis für das Essen ist zu hoch.',
    'Die Einarbeitung war gut, danach kam nichts.',
    'Am 20.11.2026 war alles zu spät.',
    'Andere zahlen 120.000 Euro.',
    'An manchen Tagen geht gar nichts.',
    'Ich weiß nicht, woran ich bin.',
    'Bitte die Urlaubsplanung bis Juni klären.',
    'Man hört uns zu, aber es ändert sich nichts.',
  ];
  for (const sentence of SENTENCES) {
    test(sentence, () => expect(common(sentence)).toBe(sentence));
  }
});
