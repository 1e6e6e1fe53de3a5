/** What the listing of the app in Microsoft Teams says, and the commands that Teams suggests while typing. */
import { parseCommand } from './commands.ts';
import { copyFor } from './languages.ts';

export interface AppCopy {
  /** At most 80 characters. */
  readonly short: string;
  readonly full: string;
  /** Each as it is typed, and what it does. */
  readonly commands: readonly (readonly [typed: string, does: string])[];
}

type Words = Pick<AppCopy, 'short' | 'full'> & {
  /** What is not in the list that `help` gives: itself, and the home page. */
  readonly help: readonly [typed: string, does: string];
  readonly home: readonly [typed: string, does: string];
};

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    short: 'Short questions in confidence, and what comes of them',
    full: 'Soundings asks a few short questions in chat, at an hour of your own working day. Answers are sealed the moment you click, counted only together with those of others, and never shown for a single person. You can skip a week, pause or stop at any time; nobody is told. Managers read once a week what their teams think, as far as there are enough answers.',
    help: ['help', 'what you can type'],
    home: ['home', 'what is open, and when you are asked'],
  },
  de: {
    short: 'Kurze Fragen im Vertrauen, und was daraus wird',
    full: 'Soundings stellt ein paar kurze Fragen im Chat, zu einer Stunde deines eigenen Arbeitstags. Antworten werden beim Klick versiegelt, nur zusammen mit denen anderer gezählt und nie für einzelne Personen gezeigt. Du kannst jederzeit eine Woche auslassen, pausieren oder aufhören; niemand erfährt davon. Führungskräfte lesen einmal in der Woche, was ihre Teams denken, soweit es genug Antworten gibt.',
    help: ['hilfe', 'was du schreiben kannst'],
    home: ['übersicht', 'was offen ist, und wann du gefragt wirst'],
  },
  fr: {
    short: 'Des questions courtes, en confiance, et ce qu’on en fait',
    full: 'Soundings pose quelques questions courtes dans la conversation, à une heure de ta propre journée de travail. Les réponses sont scellées dès que tu cliques, comptées seulement avec celles des autres, et jamais montrées pour une seule personne. Tu peux passer une semaine, faire une pause ou arrêter à tout moment ; on ne le dit à personne. Une fois par semaine, les responsables lisent ce que pensent leurs équipes, pourvu qu’il y ait assez de réponses.',
    help: ['aide', 'ce que tu peux écrire'],
    home: ['accueil', 'ce qui est ouvert, et quand les questions arrivent'],
  },
  es: {
    short: 'Preguntas cortas en confianza, y lo que resulta de ellas',
    full: 'Soundings hace unas pocas preguntas cortas en el chat, a una hora de tu propia jornada. Las respuestas se sellan en cuanto haces clic, se cuentan solo junto con las de otras personas y nunca se muestran las de una sola. Puedes saltarte una semana, hacer una pausa o parar cuando quieras; no se le dice a nadie. Una vez a la semana, quienes dirigen equipos leen lo que estos piensan, siempre que haya suficientes respuestas.',
    help: ['ayuda', 'lo que puedes escribir'],
    home: ['inicio', 'qué hay abierto y cuándo se te pregunta'],
  },
};

/** In the order in which Teams lists them; `help` stands first, `home` last. */
const LISTED = ['privacy', 'pause', 'resume', 'stop', 'now', 'language'] as const;

export function appCopy(language: string): AppCopy {
  const { short, full, help, home } = WORDS[language] ?? (WORDS.en as Words);
  const { command } = copyFor(language);
  const listed = LISTED.map((name) => {
    const entry = command.help.find(([typed]) => parseCommand(typed)?.name === name);
    if (!entry) throw new Error(`the help in ${language} does not list ${name}`);
    // Without its example, which each person replaces by their own.
    return [entry[0].split(' ')[0] ?? name, entry[1]] as const;
  });
  return { short, full, commands: [help, ...listed, home] };
}
