/** The better offer: who it comes from, what was promised, and how it compares in nine aspects. */
import type { Question, SingleChoice } from '../survey/question.ts';
import type { LocalisedText } from '../survey/text.ts';
import { choice, inOwnWords, OTHER, options, text, type Words } from './exit-words.ts';

export interface Aspect {
  readonly id: string;
  /** As it stands alone: a row of the grid, an option. */
  readonly name: LocalisedText;
  /** What an offer has that is better in it, as it stands after "offered you". */
  readonly better: LocalisedText;
}

function aspect(id: string, name: Words, better: Words): Aspect {
  return { id, name: text(name), better: text(better) };
}

/** In the order in which they are asked, and named where several stand together. */
export const ASPECTS: readonly Aspect[] = [
  aspect(
    'pay',
    ['Pay', 'Gehalt', 'Salaire', 'Sueldo'],
    ['more pay', 'mehr Gehalt', 'un meilleur salaire', 'un sueldo mejor'],
  ),
  aspect(
    'level',
    ['Level of the position', 'Höhe der Position', 'Niveau du poste', 'Nivel del puesto'],
    [
      'a more senior position',
      'eine höhere Position',
      'un poste plus élevé',
      'un puesto de más nivel',
    ],
  ),
  aspect(
    'growth',
    ['Chances to develop', 'Entwicklungschancen', 'Perspectives d’évolution', 'Desarrollo'],
    [
      'better chances to develop',
      'bessere Entwicklungschancen',
      'de meilleures perspectives d’évolution',
      'mejores oportunidades de desarrollo',
    ],
  ),
  aspect(
    'flexibility',
    ['Flexible hours', 'Flexible Arbeitszeit', 'Souplesse des horaires', 'Horario flexible'],
    [
      'more flexible hours',
      'flexiblere Arbeitszeiten',
      'des horaires plus souples',
      'un horario más flexible',
    ],
  ),
  aspect(
    'location',
    ['Place of work', 'Arbeitsort', 'Lieu de travail', 'Lugar de trabajo'],
    [
      'a place of work that suits you better',
      'einen passenderen Arbeitsort',
      'un lieu de travail plus commode',
      'un lugar de trabajo más cómodo',
    ],
  ),
  aspect(
    'workload',
    ['Workload', 'Arbeitsbelastung', 'Charge de travail', 'Carga de trabajo'],
    [
      'a lighter workload',
      'eine geringere Arbeitsbelastung',
      'une charge de travail plus légère',
      'una carga de trabajo menor',
    ],
  ),
  aspect(
    'culture',
    ['Working climate', 'Arbeitsklima', 'Climat de travail', 'Ambiente de trabajo'],
    [
      'a better working climate',
      'ein besseres Arbeitsklima',
      'un meilleur climat de travail',
      'un mejor ambiente de trabajo',
    ],
  ),
  aspect(
    'purpose',
    ['Meaning of the work', 'Sinn der Arbeit', 'Sens du travail', 'Sentido del trabajo'],
    [
      'more meaningful work',
      'eine sinnvollere Arbeit',
      'un travail qui a plus de sens',
      'un trabajo con más sentido',
    ],
  ),
  aspect(
    'stability',
    ['Job security', 'Sicherheit der Stelle', 'Sécurité de l’emploi', 'Seguridad laboral'],
    ['a more secure job', 'eine sicherere Stelle', 'un emploi plus sûr', 'un empleo más seguro'],
  ),
];

export const OFFER = choice(
  'exit-offer',
  [
    'Where do you go from here?',
    'Wie geht es für dich weiter?',
    'Que feras-tu ensuite ?',
    '¿Qué harás después?',
  ],
  {
    employer: [
      'To another employer',
      'Bei einem anderen Arbeitgeber',
      'Je rejoins un autre employeur',
      'Me voy a otra empresa',
    ],
    own: [
      'Into my own business',
      'Ich mache mich selbstständig',
      'Je me mets à mon compte',
      'Trabajaré por mi cuenta',
    ],
    studies: [
      'Into studies or training',
      'Studium oder Ausbildung',
      'Des études ou une formation',
      'Estudios o formación',
    ],
    break: [
      'Into a break, or to my family',
      'Eine Pause, oder Zeit für die Familie',
      'Une pause, ou du temps pour ma famille',
      'Una pausa, o tiempo para mi familia',
    ],
    looking: ['I am still looking', 'Ich suche noch', 'Je cherche encore', 'Todavía busco'],
    other: OTHER,
  },
);

export const OFFER_EMPLOYER = choice(
  'exit-offer-employer',
  [
    'What kind of employer is it?',
    'Was für ein Arbeitgeber ist das?',
    'De quel type d’employeur s’agit-il ?',
    '¿Qué tipo de empresa u organización es?',
  ],
  {
    competitor: [
      'A direct competitor',
      'Ein direkter Wettbewerber',
      'Un concurrent direct',
      'Un competidor directo',
    ],
    partner: [
      'A customer, supplier or partner',
      'Kundschaft, Lieferant oder Partner',
      'Un client, fournisseur ou partenaire',
      'Un cliente, proveedor o socio',
    ],
    'same-field': [
      'Somebody else in our field',
      'Jemand anderes aus unserer Branche',
      'Un autre acteur de notre secteur',
      'Otra entidad de nuestro sector',
    ],
    'other-field': [
      'A company in another field',
      'Ein Unternehmen einer anderen Branche',
      'Une entreprise d’un autre secteur',
      'Una empresa de otro sector',
    ],
    public: [
      'The public sector',
      'Der öffentliche Dienst',
      'Le secteur public',
      'El sector público',
    ],
    charity: [
      'A charity or association',
      'Ein gemeinnütziger Träger oder Verein',
      'Une association',
      'Una ONG o asociación',
    ],
    other: OTHER,
  },
);

export const OFFER_NAME = inOwnWords('exit-offer-name', [
  'Who is it? Only if you like.',
  'Wer ist es? Nur, wenn du magst.',
  'Qui est-ce ? Seulement si tu veux.',
  '¿Quién es? Solo si quieres.',
]);

export const OFFER_PROMISED = inOwnWords('exit-offer-promised', [
  'What did they promise you? In their words, as you remember them.',
  'Was wurde dir versprochen? In deren Worten, so wie du dich erinnerst.',
  'Que t’a-t-on promis ? Avec leurs mots, comme tu t’en souviens.',
  '¿Qué te prometieron? Con sus palabras, tal como las recuerdas.',
]);

/** Stands above the nine rows; each question's own text is only the aspect. */
export const GRID_HEADING: LocalisedText = text([
  'Compared with here, in the new job this is',
  'Verglichen mit hier ist das in der neuen Stelle',
  'Par rapport à ici, dans le nouveau poste, c’est',
  'En comparación con aquí, en el nuevo puesto esto es',
]);

const COMPARED = options({
  better: ['better', 'besser', 'mieux', 'mejor'],
  same: ['the same', 'gleich', 'pareil', 'igual'],
  worse: ['worse', 'schlechter', 'moins bien', 'peor'],
});

export function gridQuestionId(aspectId: string): string {
  return `exit-offer-${aspectId}`;
}

/** The nine rows: better, same or worse. */
export const OFFER_GRID: readonly SingleChoice[] = ASPECTS.map(({ id, name }) => ({
  kind: 'single-choice',
  id: gridQuestionId(id),
  text: name,
  options: COMPARED,
}));

export const OFFER_MOST: SingleChoice = {
  kind: 'single-choice',
  id: 'exit-offer-most',
  text: text([
    'What mattered most in the offer?',
    'Was war an dem Angebot am wichtigsten?',
    'Qu’est-ce qui a le plus compté dans l’offre ?',
    '¿Qué pesó más en la oferta?',
  ]),
  options: [
    ...ASPECTS.map(({ id, name }) => ({ value: id, label: name })),
    ...options({ other: OTHER }),
  ],
};

export const OFFER_BAND = choice(
  'exit-offer-band',
  [
    'How does the pay compare with yours here?',
    'Wie ist das Gehalt im Vergleich zu deinem hier?',
    'Comment est le salaire par rapport au tien ici ?',
    '¿Cómo es el sueldo comparado con el tuyo aquí?',
  ],
  {
    less: ['Lower', 'Niedriger', 'Plus bas', 'Más bajo'],
    same: ['About the same', 'Etwa gleich', 'À peu près égal', 'Más o menos igual'],
    'to-10': ['Up to 10% more', 'Bis 10 % mehr', 'Jusqu’à 10 % de plus', 'Hasta un 10 % más'],
    'to-20': [
      '10 to 20% more',
      '10 bis 20 % mehr',
      '10 à 20 % de plus',
      'Entre un 10 y un 20 % más',
    ],
    'to-30': [
      '20 to 30% more',
      '20 bis 30 % mehr',
      '20 à 30 % de plus',
      'Entre un 20 y un 30 % más',
    ],
    'over-30': ['Over 30% more', 'Über 30 % mehr', 'Plus de 30 % de plus', 'Más de un 30 % más'],
  },
);

export const OFFER_QUESTIONS: readonly Question[] = [
  OFFER,
  OFFER_EMPLOYER,
  OFFER_NAME,
  OFFER_PROMISED,
  ...OFFER_GRID,
  OFFER_MOST,
  OFFER_BAND,
];
