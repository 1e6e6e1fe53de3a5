/** Who comments, and on what: sentences invented for the demonstration. */
import type { Organisation, Person } from '../org/person.ts';
import { uniform } from './random.ts';

/**
 * Topic to sentences; `general` is always there. `{colleague}` becomes a teammate's first name and
 * `{email}` their address, so that scrubbing can be seen. Phone numbers are kept for fiction.
 */
type Deck = Readonly<Record<string, readonly string[]>> & {
  readonly general: readonly string[];
};

const ENGLISH: Deck = {
  general: [
    'The Monday planning is finally short enough to be useful.',
    'Thanks to {colleague} for staying on the line with the shipyard until it worked.',
    'We keep two lists of open faults. Nobody knows which one counts.',
    'The new test tank is a joy. More of that, please.',
    'I never hear what becomes of the ideas we hand in.',
    'Could we have one afternoon a week without meetings?',
    'Decisions about the roadmap reach us after our customers know them.',
    'The laptop I was given in spring still has no working camera.',
    'If you want details, write to {email}, I am not the only one who thinks so.',
    'Good team, good humour, and someone always has time for a question.',
    'The office is too cold before nine and too loud after ten.',
    'I would like to know what the next pay band asks of me.',
    'Our time zones make every handover a day late. A shared hour would help.',
    '{colleague} explains the old code base with a patience I admire.',
    'Travel costs take six weeks to come back. That is my money.',
    'It is good that we were asked before the layout of the lab was changed.',
    'Too many tools for one job: three trackers, two chats and a spreadsheet.',
    'Sea trials were the best two days of this year.',
    'Please tell us sooner when a delivery slips.',
    'Working from home two days a week keeps me here.',
    'The handbook is out of date; new people learn by asking around.',
    'Ring me on +44 20 7946 0182 if you want to hear the long version.',
    'I do not feel safe on the loading ramp when it rains.',
    'More women in the senior meetings would change the tone.',
    'The last release went out without a single night call. Well done, all of us.',
    'My training budget lapsed because nobody signed the form.',
    'I would rather have one clear goal than seven.',
    'The canteen is back, and so are the conversations between teams.',
    'Holiday cover is luck. Last time there was none.',
    'Praise {colleague} for the calibration script, it saves each of us an hour.',
    'We promise dates to customers before anyone has asked those who build.',
    'The draft is at https://notes.gannet-vane.example/ideas for anyone who cares.',
    'Nothing to add this week.',
    'I like my work and would tell a friend to apply.',
    'The quarterly talk was honest. Keep doing that.',
    'Call +1 617 555 0143 and ask the yard how they see us.',
  ],
  workload: [
    'We lost two people and kept all the dates. That cannot last.',
    'Since the autumn orders came in I have not finished a week on time.',
    'Every prototype is urgent now, so none of them is.',
    'I answer messages at ten in the evening because the day has no gap.',
    'Please drop one of the three launches. Any of them.',
    '{colleague} does the work of two and nobody has said a word about it.',
    'The load is too much. Not the work itself, the amount of it.',
    'Weekend tests were meant to be an exception. This was the fourth.',
  ],
  recognition: [
    'The thank-you round on Fridays is small and it works.',
    '{colleague} was named in front of everyone for the zero-fault month. About time.',
    'It is noticed now when a shift goes well. That was not so in spring.',
  ],
  growth: [
    'The written career steps help: I know what to learn next.',
    'Two of us moved up this quarter. That gives hope.',
    'I was given the tide model to lead. Thank you for the trust.',
    'The learning days are kept free at last.',
  ],
};

const GERMAN: Deck = {
  general: [
    'Die Übergabe zwischen Früh- und Spätschicht klappt endlich.',
    'Danke an {colleague} für die Hilfe mit dem Prüfstand.',
    'Wir erfahren zu spät, wenn sich ein Liefertermin ändert.',
    'In Halle 2 zieht es seit Wochen, gemeldet ist es schon dreimal.',
    'Der Zusammenhalt im Team ist das Beste hier.',
    'Zwei Systeme für dieselbe Bestellung sind eines zu viel.',
    'Rückfragen gern an {email}, andere sehen das genauso.',
    'Ich wüsste gern, was für die nächste Gehaltsstufe erwartet wird.',
    'Die neue Fräse ist großartig.',
    'Vorschläge verschwinden, ohne dass jemand antwortet.',
    'Besprechungen vor acht Uhr sind für Eltern schwierig.',
    'Der Probelauf auf See war ein Höhepunkt.',
    'Die Einarbeitung lief gut, {colleague} hatte immer Zeit für mich.',
    'Bitte mehr Klarheit, wer was entscheidet.',
    'Die Kantine hat gewonnen.',
    'Urlaubsvertretung gibt es nur auf dem Papier.',
    'Ich arbeite gern hier.',
    'Die Schulung zum Messgerät war zu kurz, um es danach allein zu bedienen.',
    'Wer mehr wissen will, erreicht mich unter 030 23125 417.',
    'Der Parkplatz ist morgens um sieben schon voll.',
    'Homeoffice hat mir sehr geholfen, bitte so lassen.',
    'Diese Woche nichts Besonderes.',
  ],
  workload: [
    'Seit dem Herbst ist jede Woche eine Ausnahme. So geht es nicht weiter.',
    'Wir sind zwei Leute weniger und haben dieselben Termine.',
    'Ich komme vor lauter Dringendem nicht zum Wichtigen.',
    '{colleague} bleibt jeden Abend länger, das sieht offenbar niemand.',
    'Bitte einen der drei Starts verschieben.',
  ],
  recognition: [
    'Die Dankesrunde am Freitag tut gut.',
    'Endlich wird gesehen, was die Spätschicht leistet.',
    '{colleague} wurde vor allen gelobt, völlig zu Recht.',
    'Es fällt auf, dass jetzt öfter jemand Danke sagt.',
  ],
};

const FRENCH: Deck = {
  general: [
    'La nouvelle cuve d’essai change tout, merci.',
    'Les décisions arrivent de Kiel sans explication.',
    'Merci à {colleague} pour son aide sur le banc de mesure.',
    'Trop de réunions en fin de journée.',
    'Bonne ambiance, on peut poser toutes les questions.',
    'Les frais de déplacement sont remboursés bien trop tard.',
    'On peut m’appeler au 01 99 00 48 12 pour en parler.',
    'Le télétravail me permet de rester ici.',
    'J’aimerais savoir comment évoluer dans mon poste.',
    'Rien à signaler cette semaine.',
  ],
  workload: [
    'Tout est urgent depuis l’automne, on ne tient plus.',
    'Deux départs, aucun remplacement, les mêmes délais.',
    'La charge est trop lourde, il faut choisir.',
  ],
};

const SPANISH: Deck = {
  general: [
    'El equipo es lo mejor de esta empresa.',
    'Nadie responde a las propuestas que enviamos.',
    'Gracias a {colleague} por quedarse hasta resolver el pedido.',
    'Las piezas llegan tarde y nos enteramos los últimos.',
    'Me gustaría tener más formación en calibración.',
    'El nuevo horario flexible funciona muy bien.',
    'Para más detalles, escribid a {email}.',
    'Hace falta un segundo banco de pruebas en Vigo.',
    'Falta claridad sobre quién decide.',
    'Esta semana, nada que añadir.',
  ],
};

/** Language to deck; people of other languages write English. */
const COMMENTS: Readonly<Record<string, Deck>> & { readonly en: Deck } = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
};

const COMMENTERS = 0.25;
const HR_ONLY = 0.15;
/** How many of those who live through something write about it. */
const ON_TOPIC = 0.5;

interface Comment {
  /** Empty from most people. */
  readonly value: string;
  readonly reader: 'team' | 'hr';
}

/** A round's writer of comments; deals the sentences of a deck in turn, so that few come twice. */
export function commenter(company: Organisation, round: number, seed: number) {
  const dealt = new Map<readonly string[], number>();
  return (person: Person, question: string, topic: string | undefined): Comment => {
    const chance = (of: string) => uniform(seed, of, person.id, question, round);
    if (chance('comments') >= COMMENTERS) return { value: '', reader: 'team' };
    const deck = deckOf(person, chance('topic') < ON_TOPIC ? topic : undefined);
    const next = dealt.get(deck) ?? Math.floor(uniform(seed, 'deal', round) * deck.length);
    dealt.set(deck, next + 1);
    const team = company.people.filter(({ id, unit }) => unit === person.unit && id !== person.id);
    const mate = team[Math.floor(chance('colleague') * team.length)] ?? person;
    return {
      value: addressed(deck[next % deck.length] ?? '', mate),
      reader: chance('reader') < HR_ONLY ? 'hr' : 'team',
    };
  };
}

function deckOf(person: Person, topic: string | undefined): readonly string[] {
  const deck = COMMENTS[person.locale?.split('-')[0] ?? 'en'] ?? COMMENTS.en;
  return deck[topic ?? 'general'] ?? deck.general;
}

function addressed(sentence: string, mate: Person): string {
  return sentence
    .replace('{colleague}', mate.name.split(' ')[0] ?? mate.name)
    .replace('{email}', mate.email ?? mate.name);
}
