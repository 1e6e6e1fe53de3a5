import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_PAUSE, parseCommand } from '../../src/message/commands.ts';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import { LANGUAGE_TAGS } from '../../src/message/languages.ts';

test.each([
  ['help', 'help'],
  ['HELP', 'help'],
  ['  help  ', 'help'],
  ['/help', 'help'],
  ['?', 'help'],
  ['hilfe', 'help'],
  ['now', 'now'],
  ['jetzt', 'now'],
  ['skip', 'skip'],
  ['auslassen', 'skip'],
  ['stop', 'stop'],
  ['Stopp', 'stop'],
  ['resume', 'resume'],
  ['weiter', 'resume'],
  ['privacy', 'privacy'],
  ['datenschutz', 'privacy'],
  ['web', 'web'],
  ['Seite', 'web'],
  ['/page', 'web'],
  ['página', 'web'],
  ['CONFIDENTIALITÉ', 'privacy'],
])('“%s” is understood as %s', (text, name) => {
  expect(parseCommand(text)).toEqual({ name });
});

test.each([
  ['pause', 4],
  ['pause 1', 1],
  ['Pause  26', 26],
  ['pausa 2', 2],
  ['/pause 3', 3],
])('“%s” is a pause of %d weeks', (text, weeks) => {
  expect(parseCommand(text)).toEqual({ name: 'pause', weeks });
});

test('a pause of no number, nought, or more than half a year is asked again, never guessed', () => {
  for (const text of ['pause 0', 'pause 27', 'pause 100', 'pause -1', 'pause two', 'pause 1.5']) {
    expect(parseCommand(text), text).toEqual({ name: 'pause', weeks: undefined });
  }
  expect(LONGEST_PAUSE).toBe(26);
});

test('a language is read with its tag, or without one', () => {
  expect(parseCommand('language de')).toEqual({ name: 'language', tag: 'de' });
  expect(parseCommand('Sprache EN')).toEqual({ name: 'language', tag: 'en' });
  expect(parseCommand('language')).toEqual({ name: 'language', tag: '' });
});

test.each([
  ['leaver lab-1 2026-12-31', 'lab-1', '2026-12-31'],
  ['/Leaver  <@U0AB|ada>   2026-12-31', '<@U0AB|ada>', '2026-12-31'],
  ['geht <at>Ada Lovelace</at> 2026-12-31', '<at>Ada Lovelace</at>', '2026-12-31'],
  ['part <mailto:Ada@x.org|Ada@x.org> Retirée', '<mailto:Ada@x.org|Ada@x.org>', 'withdrawn'],
  ['sale Ada de la Cruz 31.12.2026', 'Ada de la Cruz', '31.12.2026'],
  ['leaver ada@x.org WITHDRAWN', 'ada@x.org', 'withdrawn'],
  ['leaver P07', 'P07', ''],
  ['leaver <@U0AB>', '<@U0AB>', ''],
  ['leaver', '', ''],
])('“%s” announces %s, in the letters that were typed: %s', (text, who, day) => {
  expect(parseCommand(text)).toEqual({ name: 'leaver', who, day });
});

test('anything else is no command, whatever words of the bot are in it', () => {
  for (const text of ['', ' ', '/', 'please help', '4', 'stopping', 'constructor', 'toString']) {
    expect(parseCommand(text), text).toBeUndefined();
  }
});

test('no text throws, and no command repeats what was typed but for a language tag or a leaver', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const command = parseCommand(text);
      if (command && !['language', 'leaver'].includes(command.name)) {
        expect(Object.keys(command).sort().join()).toMatch(/^name(,weeks)?$/);
      }
    }),
  );
});

test('every command of the help is understood, and means the same in both languages', () => {
  const meant = (help: typeof english.command.help) =>
    help.map(([word]) => parseCommand(word)?.name);
  expect(meant(english.command.help)).not.toContain(undefined);
  expect(meant(german.command.help)).toEqual(meant(english.command.help));
});

test('every command that a text tells people to type is understood', () => {
  const quoted = [english, german].flatMap((copy) => {
    const { paused, stopped, languages, pauseTooLong } = copy.command;
    const texts = [paused('X'), stopped, languages('X'), pauseTooLong(26)];
    const all = [...texts, copy.refusal.unknownCommand, ...copy.command.help.flat()];
    return all.flatMap((text) => [...text.matchAll(/[“„]([^”“]+)[”“]/gu)].map(([, word]) => word));
  });
  expect(quoted.length).toBeGreaterThan(8);
  for (const word of quoted) expect(parseCommand(word ?? ''), word).toBeDefined();
});

test('every language that the help names can be chosen', () => {
  for (const copy of [english, german]) {
    const commands = copy.command.help.map(([word]) => parseCommand(word));
    const tags = commands.flatMap((each) => (each?.name === 'language' ? [each.tag] : []));
    expect(tags).toHaveLength(1);
    expect(LANGUAGE_TAGS).toContain(tags[0]);
  }
});
