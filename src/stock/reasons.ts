/** Why people leave: a fixed list of reasons, each beside the driver it belongs to, and what UK civil servants say. */
import type { LocalisedText } from '../survey/text.ts';
import { BENCHMARK_SOURCE } from './benchmarks.ts';

export interface Reason {
  /** Counted and compared over years: an id never gets another meaning. */
  readonly id: string;
  /** Of `drivers.ts`; reasons that lie outside of work have none. */
  readonly driver?: string;
  readonly label: LocalisedText;
}

function reason(id: string, driver: string | undefined, words: readonly string[]): Reason {
  const [en = '', de = '', fr = '', es = ''] = words;
  return { id, ...(driver && { driver }), label: { en, de, fr, es } };
}

/** Sixteen, as many as an envelope has cells. Words in the order English, German, French, Spanish. */
export const REASONS: readonly Reason[] = [
  reason('pay', 'pay', [
    'Pay or benefits',
    'Gehalt oder Zusatzleistungen',
    'Le salaire ou les avantages',
    'El sueldo o los beneficios',
  ]),
  reason('growth', 'growth', [
    'A career step that was not possible here',
    'Ein Karriereschritt, der hier nicht möglich war',
    'Une évolution de carrière impossible ici',
    'Un paso en mi carrera que aquí no era posible',
  ]),
  reason('work', 'role', [
    'Tasks that attract me more',
    'Aufgaben, die mich mehr reizen',
    'Des tâches qui m’attirent davantage',
    'Tareas que me atraen más',
  ]),
  reason('leadership', 'leadership', [
    'How the organisation is led',
    'Wie die Organisation geleitet wird',
    'La façon dont l’organisation est dirigée',
    'Cómo se dirige la organización',
  ]),
  reason('culture', 'team', [
    'The culture here',
    'Die Kultur hier',
    'La culture de l’organisation',
    'La cultura de la organización',
  ]),
  reason('manager', 'manager', [
    'My manager',
    'Meine Führungskraft',
    'Mon ou ma manager',
    'Mi responsable',
  ]),
  reason('workload', 'workload', [
    'Too much work or pressure',
    'Zu viel Arbeit oder Druck',
    'Trop de travail ou de pression',
    'Demasiado trabajo o presión',
  ]),
  reason('balance', 'flexibility', [
    'Too little room for life outside work',
    'Zu wenig Raum für das Leben neben der Arbeit',
    'Trop peu de place pour la vie en dehors du travail',
    'Muy poco espacio para la vida fuera del trabajo',
  ]),
  reason('unfair', 'fairness', [
    'Being treated unfairly',
    'Unfaire Behandlung',
    'Un traitement injuste',
    'Un trato injusto',
  ]),
  reason('colleagues', 'team', [
    'Difficulties with colleagues',
    'Schwierigkeiten im Kollegenkreis',
    'Des difficultés avec des collègues',
    'Dificultades con colegas',
  ]),
  reason('recognition', 'recognition', [
    'Too little recognition',
    'Zu wenig Anerkennung',
    'Trop peu de reconnaissance',
    'Poco reconocimiento',
  ]),
  reason('security', undefined, [
    'An uncertain future here',
    'Eine unsichere Zukunft hier',
    'Un avenir incertain ici',
    'Un futuro incierto aquí',
  ]),
  reason('health', 'well-being', ['My health', 'Meine Gesundheit', 'Ma santé', 'Mi salud']),
  reason('private', undefined, [
    'Family, a move or other private matters',
    'Familie, Umzug oder anderes Privates',
    'La famille, un déménagement ou autre raison privée',
    'La familia, una mudanza u otro motivo privado',
  ]),
  reason('change', undefined, [
    'Time for something new',
    'Zeit für etwas Neues',
    'L’envie de nouveauté',
    'Ganas de algo nuevo',
  ]),
  reason('other', undefined, ['Something else', 'Etwas anderes', 'Autre chose', 'Otra cosa']),
];

export interface ReasonBenchmark {
  readonly reason: string;
  /** The published measure, as csps-data calls it. */
  readonly measure: string;
  /** Percent who name it: the median organisation. */
  readonly percent: number;
}

/** Belongs beside every figure. They ask those who want to leave, not those who left, and allow any number of reasons. */
export const REASON_SOURCE = {
  ...BENCHMARK_SOURCE,
  year: 2024,
  population: {
    en: 'UK civil servants who want to leave within twelve months',
    de: 'Beschäftigte des britischen Staatsdienstes, die binnen zwölf Monaten gehen wollen',
    fr: 'agents de la fonction publique britannique qui veulent partir dans les douze mois',
    es: 'personal de la administración pública británica que quiere irse en doce meses',
  },
  note: {
    en: 'differently worded question, several reasons allowed',
    de: 'anders formulierte Frage, mehrere Gründe erlaubt',
    fr: 'question formulée autrement, plusieurs raisons possibles',
    es: 'pregunta formulada de otra manera, varios motivos posibles',
  },
} as const;

/**
 * Only where the meaning is the same. Theirs without one of ours: promotion inside the Civil Service, retiring, contract
 * end, personal circumstances (ours are two, health and private). Ours without one of theirs: recognition, security.
 * "Other" is never comparable.
 */
export const REASON_BENCHMARKS: readonly ReasonBenchmark[] = [
  { reason: 'pay', measure: 'int.why_leave_better_pay', percent: 44.4 },
  { reason: 'growth', measure: 'int.why_leave_external_promotion', percent: 22.3 },
  { reason: 'work', measure: 'int.why_leave_interesting_work', percent: 30.8 },
  { reason: 'leadership', measure: 'int.why_leave_poor_leadership', percent: 28.9 },
  { reason: 'culture', measure: 'int.why_leave_organisational_culture', percent: 26.8 },
  { reason: 'manager', measure: 'int.why_leave_poor_management', percent: 17.6 },
  { reason: 'workload', measure: 'int.why_leave_workload', percent: 16.2 },
  { reason: 'balance', measure: 'int.why_leave_better_balance', percent: 20.5 },
  { reason: 'unfair', measure: 'int.why_leave_lack_inclusion', percent: 16.1 },
  { reason: 'colleagues', measure: 'int.why_leave_work_relationships', percent: 7.8 },
  { reason: 'change', measure: 'int.why_leave_want_change', percent: 18.0 },
];
