/** What every button and form is about, and what of that kind is not of whoever presses it. */
import type { ActionName, FormName } from '../../src/message/message.ts';
import { ACTIONS, FORMS } from '../../src/org/roles.ts';
import type { Stage, Who } from './stage.ts';

export type What =
  | { readonly kind: 'action'; readonly name: ActionName }
  | { readonly kind: 'submit'; readonly name: FormName };

export const EVERYTHING: readonly What[] = [
  ...ACTIONS.map((name) => ({ kind: 'action', name }) as const),
  ...FORMS.map((name) => ({ kind: 'submit', name }) as const),
];

export function called({ kind, name }: What): string {
  return kind === 'action' ? name : `form ${name}`;
}

type Kind = 'oneself' | 'round' | 'digest' | 'unit' | 'campaign' | 'HR’s round' | 'leaver' | 'exit';

/** Typed so that a new button or form does not compile before it is said what it is about. */
const KIND: Readonly<Record<ActionName | FormName, Kind>> = {
  answers: 'round',
  form: 'round',
  skip: 'round',
  privacy: 'oneself',
  settings: 'oneself',
  pause: 'oneself',
  resume: 'oneself',
  stop: 'oneself',
  preview: 'oneself',
  web: 'oneself',
  'sign-out': 'oneself',
  details: 'digest',
  'will-do': 'digest',
  'not-now': 'digest',
  'tell-team': 'digest',
  'answer-comment': 'digest',
  'exit-report': 'unit',
  value: 'unit',
  'mirror-ask': 'unit',
  'stay-ask': 'unit',
  admin: 'oneself',
  import: 'oneself',
  campaign: 'campaign',
  'campaign-new': 'oneself',
  'campaign-edit': 'campaign',
  'campaign-end': 'campaign',
  'campaign-resume': 'campaign',
  'round-open': 'campaign',
  'round-close': 'HR’s round',
  'round-close-sure': 'HR’s round',
  'round-cancel': 'HR’s round',
  'round-cancel-sure': 'HR’s round',
  withheld: 'oneself',
  leavers: 'oneself',
  'leaver-new': 'oneself',
  leaver: 'leaver',
  'leaver-edit': 'leaver',
  'leaver-withdraw': 'leaver',
  'leaver-withdraw-sure': 'leaver',
  'leaver-read': 'leaver',
  exit: 'exit',
  'exit-pooled': 'exit',
  'exit-named': 'exit',
  'exit-decline': 'exit',
  'exit-go-on': 'exit',
  'exit-back': 'exit',
  'exit-change': 'exit',
  'exit-finish': 'exit',
  'exit-erase': 'exit',
  'exit-stricter': 'exit',
  'exit-copy': 'exit',
  'exit-privacy': 'exit',
};

/** Things of others, and things that are not; nobody has any of what is about oneself. */
export function foreign(
  { name }: What,
  { open, past, labs, release, named, pooled }: Stage,
  who: Who,
): readonly string[] {
  switch (KIND[name]) {
    case 'oneself':
      return [];
    case 'round':
      return [labs, past, release, named, 'no-such-round', ''];
    case 'digest': {
      const others = who.units.flatMap((unit) => [`${past}/${unit}`, `${past}/${unit}/0`]);
      return [...others, `${release}/0`, `${labs}/0`, `${open}/north`, 'none/north', past, ''];
    }
    case 'unit':
      return [...who.units.filter(() => who.role !== 'hr'), 'no-such-unit', past];
    case 'campaign':
      return ['no-such-campaign', 'exit', 'constructor', release];
    case 'HR’s round':
      return ['no-such-round', 'pulse', name.endsWith('-sure') ? past : 'x'];
    case 'leaver':
      return ['no-such-leaver', 'north-3', name === 'leaver-read' ? pooled : 'x'];
    case 'exit':
      return [named, pooled, release, open, ''];
  }
}

/** Something that is there for whoever may. */
export function own(
  { name }: What,
  { open, past, named }: Stage,
  { leads }: Pick<Who, 'leads'>,
): string {
  switch (KIND[name]) {
    case 'oneself':
    case 'exit':
      return '';
    case 'round':
    case 'HR’s round':
      return open;
    case 'digest':
      return name === 'details' ? `${past}/0` : `${past}/${leads ?? 'firm'}`;
    case 'unit':
      return leads ?? 'firm';
    case 'campaign':
      return name === 'campaign' ? '' : 'pulse';
    case 'leaver':
      return named;
  }
}
