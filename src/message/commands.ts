/** The few words that the bot understands, in every language at once. */
import { isDate } from '../org/check-org.ts';

type Plain =
  | 'help'
  | 'now'
  | 'skip'
  | 'stop'
  | 'resume'
  | 'privacy'
  | 'home'
  | 'web'
  | 'admin'
  | 'leavers'
  | 'exit';

export type Command =
  | { [Name in Plain]: { readonly name: Name } }[Plain]
  /** HR announces somebody: a mention, an id, an e-mail or a name, as typed; `day` is `withdrawn`, or what was typed. */
  | { readonly name: 'leaver'; readonly who: string; readonly day: string }
  /** `weeks` is undefined where a number was given that is none. */
  | { readonly name: 'pause'; readonly weeks: number | undefined }
  | { readonly name: 'language'; readonly tag: string }
  /** `time` is `HH:MM`, or undefined where it is none. */
  | { readonly name: 'hour'; readonly time: string | undefined }
  /** Days to be left alone, `YYYY-MM-DD`, both included; undefined where they are none. */
  | { readonly name: 'quiet'; readonly days: { from: string; to: string } | undefined };

/** Longest pause, in weeks. */
export const LONGEST_PAUSE = 26;
export const USUAL_PAUSE = 4;

const WORDS: Readonly<Record<Command['name'], readonly string[]>> = {
  help: ['help', '?', 'hilfe', 'aide', 'ayuda', 'hi', 'hello', 'hallo', 'bonjour', 'hola'],
  now: ['now', 'jetzt', 'maintenant', 'ahora'],
  skip: ['skip', 'auslassen', 'passer', 'saltar'],
  stop: ['stop', 'stopp', 'unsubscribe', 'arrêter', 'arreter', 'parar', 'alto'],
  resume: ['resume', 'weiter', 'start', 'reprendre', 'seguir'],
  privacy: [
    'privacy',
    'datenschutz',
    'anonymous',
    'anonym',
    'confidentialité',
    'confidentialite',
    'privacidad',
  ],
  home: ['home', 'übersicht', 'accueil', 'inicio'],
  web: ['web', 'page', 'seite', 'página', 'pagina'],
  admin: ['admin', 'hr', 'rh', 'verwaltung'],
  leavers: ['leavers', 'austritte', 'départs', 'departs', 'salidas'],
  exit: ['exit', 'interview', 'austritt', 'départ', 'depart', 'salida'],
  leaver: ['leaver', 'geht', 'part', 'sale'],
  pause: ['pause', 'pausa'],
  language: ['language', 'sprache', 'langue', 'idioma'],
  hour: ['hour', 'uhrzeit', 'heure', 'hora'],
  quiet: ['quiet', 'ruhe', 'calme', 'silencio'],
};

/** In the place of a last day: they stay after all. */
const WITHDRAWN = [
  ...['withdrawn', 'stays', 'zurückgezogen', 'bleibt'],
  ...['retiré', 'retirée', 'reste', 'retirado', 'retirada', 'queda'],
];

/** What was asked for; undefined if it is none of the words. */
export function parseCommand(text: string): Command | undefined {
  const typed = text.trim().replace(/^\//, '');
  const [word = '', argument = '', second] = typed.toLowerCase().split(/\s+/);
  const name = (Object.keys(WORDS) as Command['name'][]).find((each) => WORDS[each].includes(word));
  switch (name) {
    case undefined:
      return undefined;
    case 'leaver':
      return { name, ...leaverFrom(typed.replace(/^\S+\s*/, '')) };
    case 'pause':
      return { name, weeks: weeksOf(argument) };
    case 'language':
      return { name, tag: argument };
    case 'hour':
      return { name, time: timeOf(argument) };
    case 'quiet':
      return { name, days: daysOf(argument, second ?? argument) };
    default:
      return { name };
  }
}

/** A mention may have blanks in it, and so may a name: then the last word is the day. */
function leaverFrom(words: string): { who: string; day: string } {
  const [, mention, rest = ''] = /^(<at>[^<]*<\/at>|<[^<>]*>)\s*(.*)$/su.exec(words) ?? [];
  if (mention !== undefined) return { who: mention, day: dayFrom(rest) };
  const [, who = words, day = ''] = /^(.*\S)\s+(\S+)$/su.exec(words) ?? [];
  return { who, day: dayFrom(day) };
}

function dayFrom(typed: string): string {
  return WITHDRAWN.includes(typed.toLowerCase()) ? 'withdrawn' : typed;
}

/** Asked within working hours only: from 7:00 to 19:59. */
export function timeOf(argument: string): string | undefined {
  const time = clockTime(argument);
  return time !== undefined && time >= '07:00' && time < '20:00' ? time : undefined;
}

/** `9`, `9:30` or `9h30` as `HH:MM`; undefined where it is no time of the day. */
export function clockTime(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:h](\d{2})?)?$/.exec(text) ?? [];
  const fits = hour !== '' && Number(hour) < 24 && Number(minute) < 60;
  return fits ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

function daysOf(from: string, to: string): { from: string; to: string } | undefined {
  return isDate(from) && isDate(to) && from <= to ? { from, to } : undefined;
}

function weeksOf(argument: string): number | undefined {
  if (argument === '') return USUAL_PAUSE;
  const weeks = /^\d{1,2}$/.test(argument) ? Number(argument) : 0;
  return weeks >= 1 && weeks <= LONGEST_PAUSE ? weeks : undefined;
}
