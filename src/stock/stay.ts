/** The stay interview: what keeps people, what would make them leave, why us rather than others. For those who wish. */
import type { FreeText, SeveralChoices, SingleChoice } from '../survey/question.ts';
import { ASPECTS } from './exit-offer.ts';
import { choice, inOwnWords, OTHER, options, text, type Words } from './exit-words.ts';

/** What a job has beyond the nine aspects in which offers are compared. */
const BEYOND: Readonly<Record<string, Words>> = {
  manager: ['My manager', 'Meine Führungskraft', 'Mon ou ma manager', 'Mi responsable'],
  team: [
    'The people I work with',
    'Die Menschen, mit denen ich arbeite',
    'Les personnes avec qui je travaille',
    'Las personas con las que trabajo',
  ],
  work: [
    'What I do all day',
    'Was ich jeden Tag tue',
    'Ce que je fais au quotidien',
    'Lo que hago cada día',
  ],
  leadership: [
    'Where the organisation is heading',
    'Wohin sich die Organisation bewegt',
    'La direction que prend l’organisation',
    'Hacia dónde va la organización',
  ],
};

/** As offers compare: so that what keeps people and what better offers had can be laid side by side. */
export const KEEPS: SeveralChoices = {
  kind: 'several-choices',
  id: 'stay-keeps',
  text: text([
    'What keeps you here? Choose all that counts.',
    'Was hält dich hier? Wähle alles, was zählt.',
    'Qu’est-ce qui te retient ici ? Choisis tout ce qui compte.',
    '¿Qué hace que te quedes? Elige todo lo que cuente.',
  ]),
  options: [
    ...ASPECTS.map(({ id, name }) => ({ value: id, label: name })),
    ...options({ ...BEYOND, other: OTHER }),
  ],
};

/** The kinds of reasons for which people leave, seen from this side. */
export const MIGHT_LEAVE: SingleChoice = choice(
  'stay-might-leave',
  [
    'What would most likely make you leave?',
    'Was würde dich am ehesten dazu bringen zu gehen?',
    'Qu’est-ce qui te ferait le plus probablement partir ?',
    '¿Qué haría más probable que te fueras?',
  ],
  {
    pay: [
      'More pay elsewhere',
      'Mehr Gehalt anderswo',
      'Un meilleur salaire ailleurs',
      'Un sueldo mejor en otro sitio',
    ],
    growth: [
      'No next step for me here',
      'Kein nächster Schritt für mich hier',
      'Aucune évolution pour moi ici',
      'Que aquí no haya un siguiente paso para mí',
    ],
    work: [
      'Duller tasks',
      'Langweiligere Aufgaben',
      'Des tâches moins intéressantes',
      'Tareas menos interesantes',
    ],
    manager: [
      'Another manager',
      'Eine andere Führungskraft',
      'Un ou une autre manager',
      'Otro responsable',
    ],
    team: [
      'People I like leaving',
      'Wenn Menschen gehen, die ich mag',
      'Le départ de personnes que j’apprécie',
      'Que se fueran personas a las que aprecio',
    ],
    workload: [
      'More work or pressure',
      'Mehr Arbeit oder Druck',
      'Plus de travail ou de pression',
      'Más trabajo o presión',
    ],
    flexibility: [
      'Less freedom of hours or place',
      'Weniger Freiheit bei Zeit oder Ort',
      'Moins de liberté d’horaires ou de lieu',
      'Menos libertad de horario o de lugar',
    ],
    leadership: [
      'A wrong course at the top',
      'Ein falscher Kurs der Leitung',
      'Un mauvais cap à la direction',
      'Un mal rumbo de la dirección',
    ],
    security: [
      'An uncertain future here',
      'Eine unsichere Zukunft hier',
      'Un avenir incertain ici',
      'Un futuro incierto aquí',
    ],
    private: [
      'Something in my private life',
      'Etwas in meinem Privatleben',
      'Quelque chose dans ma vie privée',
      'Algo en mi vida privada',
    ],
    nothing: [
      'Nothing I can think of',
      'Mir fällt nichts ein',
      'Rien ne me vient à l’esprit',
      'Nada que se me ocurra',
    ],
    other: OTHER,
  },
);

export const WHY_US: FreeText = inOwnWords('stay-why-us', [
  'Why would you tell a friend to join us rather than others?',
  'Warum würdest du jemandem raten, zu uns zu kommen statt zu anderen?',
  'Pourquoi dirais-tu à quelqu’un de nous rejoindre plutôt que d’autres ?',
  '¿Por qué le dirías a alguien que venga aquí y no a otro sitio?',
]);
