/** After a round has closed: a button to whoever reads what the last employee shown has answered. */
import type { Resident } from '../wire.ts';
import { h } from './element.ts';

/** Who leads the unit that this person belongs to; nobody's own manager is themselves. */
export function managerOf(person: Resident, people: readonly Resident[]): Resident | undefined {
  return people.find(({ id, leads }) => id !== person.id && leads.includes(person.unit));
}

export function showHint(place: HTMLElement, manager: Resident, go: () => void): void {
  const read = h('button', { type: 'button', class: 'action' }, `Read what ${manager.name} reads`);
  const close = h('button', { type: 'button', class: 'dismiss', 'aria-label': 'Dismiss' }, '×');
  read.addEventListener('click', () => {
    place.replaceChildren();
    go();
  });
  close.addEventListener('click', () => place.replaceChildren());
  place.replaceChildren(h('span', {}, 'The round has closed.'), read, close);
}
