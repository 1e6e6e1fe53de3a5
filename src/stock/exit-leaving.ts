/** The exit interview's questions about leaving: how, why, since when, and what set it off. */
import type { SeveralChoices, SingleChoice } from '../survey/question.ts';
import { choice, OTHER, text } from './exit-words.ts';
import { REASONS } from './reasons.ts';

const REASON_OPTIONS = REASONS.map(({ id, label }) => ({ value: id, label }));

export const KIND = choice(
  'exit-kind',
  [
    'How does your time here end?',
    'Wie endet deine Zeit hier?',
    'Comment se termine ton parcours ici ?',
    '¿Cómo termina tu etapa aquí?',
  ],
  {
    resigned: ['I resigned', 'Ich habe gekündigt', 'J’ai démissionné', 'He renunciado'],
    agreed: [
      'By mutual agreement',
      'In gegenseitigem Einvernehmen',
      'D’un commun accord',
      'De mutuo acuerdo',
    ],
    retired: ['I retire', 'Ich gehe in den Ruhestand', 'Je pars à la retraite', 'Me jubilo'],
    'contract-ended': [
      'My contract runs out',
      'Mein Vertrag läuft aus',
      'Mon contrat arrive à son terme',
      'Se acaba mi contrato',
    ],
    'job-cut': [
      'My job is cut',
      'Meine Stelle fällt weg',
      'Mon poste est supprimé',
      'Se suprime mi puesto',
    ],
    dismissed: [
      'I was dismissed',
      'Mir wurde gekündigt',
      'L’employeur a mis fin à mon contrat',
      'Me han despedido',
    ],
    other: ['In another way', 'Auf andere Weise', 'Autrement', 'De otra manera'],
  },
);

export const REASON: SingleChoice = {
  kind: 'single-choice',
  id: 'exit-reason',
  text: text([
    'What is the main reason why you are leaving?',
    'Was ist der wichtigste Grund, warum du gehst?',
    'Quelle est la raison principale de ton départ ?',
    '¿Cuál es el motivo principal de tu salida?',
  ]),
  options: REASON_OPTIONS,
};

/** All sixteen reasons, so that its cells are those of {@link REASON}; the main one is not offered again. */
export const FURTHER: SeveralChoices = {
  kind: 'several-choices',
  id: 'exit-further',
  text: text([
    'What else played a part? Up to two reasons.',
    'Was hat noch mitgespielt? Bis zu zwei Gründe.',
    'Quoi d’autre a compté ? Deux raisons au plus.',
    '¿Qué más influyó? Dos motivos como máximo.',
  ]),
  options: REASON_OPTIONS,
};

export const THOUGHT = choice(
  'exit-thought',
  [
    'When did you first think of leaving?',
    'Wann hast du zum ersten Mal daran gedacht zu gehen?',
    'Quand as-tu pensé à partir pour la première fois ?',
    '¿Cuándo pensaste por primera vez en irte?',
  ],
  {
    'last-month': [
      'In the last month',
      'Im letzten Monat',
      'Au cours du dernier mois',
      'En el último mes',
    ],
    'quarter-year': [
      'One to three months ago',
      'Vor ein bis drei Monaten',
      'Il y a un à trois mois',
      'Hace entre uno y tres meses',
    ],
    'half-year': [
      'Three to six months ago',
      'Vor drei bis sechs Monaten',
      'Il y a trois à six mois',
      'Hace entre tres y seis meses',
    ],
    year: [
      'Six to twelve months ago',
      'Vor sechs bis zwölf Monaten',
      'Il y a six à douze mois',
      'Hace entre seis y doce meses',
    ],
    longer: [
      'More than a year ago',
      'Vor mehr als einem Jahr',
      'Il y a plus d’un an',
      'Hace más de un año',
    ],
    'from-start': [
      'In my first weeks here',
      'In meinen ersten Wochen hier',
      'Dans mes premières semaines ici',
      'En mis primeras semanas aquí',
    ],
  },
);

export const TRIGGER = choice(
  'exit-trigger',
  [
    'What set it off?',
    'Was gab den Anstoß?',
    'Quel a été le déclencheur ?',
    '¿Qué lo desencadenó?',
  ],
  {
    approached: [
      'Somebody offered me a job',
      'Jemand hat mir eine Stelle angeboten',
      'On m’a proposé un poste',
      'Me ofrecieron un puesto',
    ],
    manager: [
      'A manager who came or went',
      'Eine Führungskraft kam oder ging',
      'L’arrivée ou le départ d’un manager',
      'La llegada o la marcha de un responsable',
    ],
    reorganisation: [
      'A change in my team or my tasks',
      'Eine Änderung im Team oder in meinen Aufgaben',
      'Un changement dans mon équipe ou mes tâches',
      'Un cambio en mi equipo o en mis tareas',
    ],
    refused: [
      'A raise or promotion that did not come',
      'Eine Gehaltserhöhung oder Beförderung blieb aus',
      'Une augmentation ou promotion qui n’est pas venue',
      'Un aumento o un ascenso que no llegó',
    ],
    conflict: ['A conflict', 'Ein Konflikt', 'Un conflit', 'Un conflicto'],
    overload: [
      'A time of too much work',
      'Eine Zeit mit zu viel Arbeit',
      'Une période de surcharge',
      'Una época de demasiado trabajo',
    ],
    others: [
      'Others who left',
      'Andere, die gegangen sind',
      'Le départ d’autres personnes',
      'Otras personas que se fueron',
    ],
    decision: [
      'A decision from the top',
      'Eine Entscheidung von oben',
      'Une décision venue d’en haut',
      'Una decisión de arriba',
    ],
    promise: [
      'A promise that was not kept',
      'Ein Versprechen, das nicht gehalten wurde',
      'Une promesse non tenue',
      'Una promesa incumplida',
    ],
    private: [
      'Something in my private life',
      'Etwas in meinem Privatleben',
      'Quelque chose dans ma vie privée',
      'Algo en mi vida privada',
    ],
    gradual: [
      'Nothing in particular, it built up',
      'Nichts Bestimmtes, es kam nach und nach',
      'Rien de précis, c’est venu peu à peu',
      'Nada concreto, fue poco a poco',
    ],
    other: OTHER,
  },
);
