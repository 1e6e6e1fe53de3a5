/** The drivers: what makes people stay or go, and what a pulse asks about in turn. */
import type { LocalisedText } from '../survey/text.ts';

export interface Driver {
  readonly id: string;
  /** As it stands inside a sentence. */
  readonly name: LocalisedText;
}

/** In the order in which reports list them. */
export const DRIVERS: readonly Driver[] = [
  {
    id: 'role',
    name: {
      en: 'role and meaning',
      de: 'Aufgabe und Sinn',
      fr: 'rôle et sens',
      es: 'función y sentido',
    },
  },
  {
    id: 'recognition',
    name: {
      en: 'recognition',
      de: 'Anerkennung',
      fr: 'reconnaissance',
      es: 'reconocimiento',
    },
  },
  {
    id: 'growth',
    name: {
      en: 'growth and career',
      de: 'Entwicklung und Karriere',
      fr: 'évolution et carrière',
      es: 'desarrollo y carrera',
    },
  },
  {
    id: 'training',
    name: {
      en: 'training and onboarding',
      de: 'Schulung und Einarbeitung',
      fr: 'formation et intégration',
      es: 'formación y acogida',
    },
  },
  {
    id: 'pay',
    name: {
      en: 'pay and benefits',
      de: 'Gehalt und Zusatzleistungen',
      fr: 'salaire et avantages',
      es: 'sueldo y beneficios',
    },
  },
  {
    id: 'workload',
    name: {
      en: 'workload and conditions',
      de: 'Belastung und Arbeitsbedingungen',
      fr: 'charge et conditions de travail',
      es: 'carga y condiciones de trabajo',
    },
  },
  {
    id: 'flexibility',
    name: { en: 'flexibility', de: 'Flexibilität', fr: 'flexibilité', es: 'flexibilidad' },
  },
  {
    id: 'manager',
    name: { en: 'manager', de: 'Führungskraft', fr: 'manager', es: 'responsable de equipo' },
  },
  {
    id: 'team',
    name: {
      en: 'team and culture',
      de: 'Team und Kultur',
      fr: 'équipe et culture',
      es: 'equipo y cultura',
    },
  },
  {
    id: 'leadership',
    name: {
      en: 'leadership and strategy',
      de: 'Leitung und Strategie',
      fr: 'direction et stratégie',
      es: 'dirección y estrategia',
    },
  },
  {
    id: 'fairness',
    name: { en: 'fairness', de: 'Fairness', fr: 'équité', es: 'trato justo' },
  },
  {
    id: 'belonging',
    name: { en: 'belonging', de: 'Zugehörigkeit', fr: 'appartenance', es: 'pertenencia' },
  },
  {
    id: 'well-being',
    name: { en: 'well-being', de: 'Wohlbefinden', fr: 'bien-être', es: 'bienestar' },
  },
  {
    id: 'staying',
    name: {
      en: 'intention to stay',
      de: 'Bleibeabsicht',
      fr: 'intention de rester',
      es: 'intención de quedarse',
    },
  },
];
