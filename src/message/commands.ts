/** The few words that the bot understands, in every language at once. */

type Plain = 'help' | 'now' | 'skip' | 'stop' | 'resume' | 'privacy';

export type Command =
  | { [Name in Plain]: { readonly name: Name } }[Plain]
  /** `weeks` is undefined where a number was given that is none. */
  | { readonly name: 'pause'; readonly weeks: number | undefined }
  | { readonly name: 'language'; readonly tag: string };

/** Longest pause, in weeks. */
export const LONGEST_PAUSE = 26;
const USUAL_PAUSE = 4;

const WORDS: Readonly<Record<Command['name'], readonly string[]>> = {
  help: ['help', '?', 'hilfe', 'aide', 'ayuda', 'hi', 'hello', 'hallo'],
  now: ['now', 'jetzt', 'maintenant', 'ahora'],
  skip: ['skip', 'auslassen', 'passer', 'saltar'],
  stop: ['stop', 'stopp', 'unsubscribe', 'alto'],
  resume: ['resume', 'weiter', 'start', 'reprendre', 'seguir'],
  privacy: ['privacy', 'datenschutz', 'anonymous', 'anonym', 'confidentialité', 'privacidad'],
  pause: ['pause', 'pausa'],
  language: ['language', 'sprache', 'langue', 'idioma'],
};

/** What was asked for; undefined if it is none of the words. */
export function parseCommand(text: string): Command | undefined {
  const [word = '', argument = ''] = text.trim().toLowerCase().replace(/^\//, '').split(/\s+/);
  const name = (Object.keys(WORDS) as Command['name'][]).find((each) => WORDS[each].includes(word));
  switch (name) {
    case undefined:
      return undefined;
    case 'pause':
      return { name, weeks: weeksOf(argument) };
    case 'language':
      return { name, tag: argument };
    default:
      return { name };
  }
}

function weeksOf(argument: string): number | undefined {
  if (argument === '') return USUAL_PAUSE;
  const weeks = /^\d{1,2}$/.test(argument) ? Number(argument) : 0;
  return weeks >= 1 && weeks <= LONGEST_PAUSE ? weeks : undefined;
}
