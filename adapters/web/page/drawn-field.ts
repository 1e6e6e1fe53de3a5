/** What every field of a form has: what it submits, its label, its hint and its fault. */
import type { Field } from '../../../src/message/message.ts';
import { freshId, h } from './element.ts';

export interface DrawnField {
  readonly name: string;
  readonly element: HTMLElement;
  /** Field names with their values, ready to be submitted. */
  read(): Record<string, string[]>;
  /** Shows what is wrong, or with `undefined` that nothing is. */
  fault(text: string | undefined): void;
  focus(): void;
}

/** The lines around a control, and the ids that tie them to it. */
export interface Lines {
  readonly hint: readonly HTMLElement[];
  readonly fault: HTMLElement;
  /** For `aria-describedby`. */
  readonly ids: string;
}

export function linesOf(field: Field, ...further: readonly HTMLElement[]): Lines {
  const fault = h('p', { id: freshId('fault'), class: 'fault' });
  const hint =
    field.hint === undefined ? [] : [h('p', { id: freshId('hint'), class: 'hint' }, field.hint)];
  return { hint, fault, ids: [...hint, ...further, fault].map(({ id }) => id).join(' ') };
}

/** The mark is for the eye: `aria-required` says it to a screen reader. */
export function labelOf({ label, required }: Field): (Node | string)[] {
  if (!required) return [label];
  return [label, h('span', { class: 'needed', 'aria-hidden': 'true' }, ' *')];
}

export function showFault(
  line: HTMLElement,
  controls: readonly HTMLElement[],
  text: string | undefined,
): void {
  line.textContent = text ?? '';
  for (const control of controls) {
    if (text === undefined) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  }
}
