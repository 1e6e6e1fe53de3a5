/** The switcher: everybody by unit, found by name, unit or duty; each is a link, so that a reload or a new tab keeps them. */
import type { Resident } from '../wire.ts';
import { avatar } from './avatar.ts';
import { h } from './element.ts';
import type { View } from './views.ts';
import { hasWords } from './words.ts';

export interface Switcher {
  /** Marks who is being shown. */
  current(person: string): void;
  /** Opens the list where it lies behind a button (phones), and puts the cursor into the search. */
  open(): void;
}

/** Links drawn at once; of more people, the search shows the first. */
const atMost = 400;

export function switcher(nav: HTMLElement, people: readonly Resident[]): Switcher {
  const search = h('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Name, unit, "leads" or "HR"',
    autocomplete: 'off',
    'aria-describedby': 'found',
  });
  const found = h('p', { id: 'found', class: 'found', role: 'status' });
  const list = h('div', { class: 'list' });
  const close = h('button', { type: 'button', class: 'action close' }, 'Close');
  nav.append(
    h('div', { class: 'find' }, h('label', { for: 'search' }, 'Switch person'), close, search),
    found,
    list,
  );
  let shown = '';

  function draw(): void {
    const matching = people.filter((person) => matches(person, search.value));
    found.textContent = counted(matching.length, people.length);
    list.replaceChildren(...sections(matching.slice(0, atMost)));
    mark(list, shown);
  }

  search.addEventListener('input', draw);
  nav.addEventListener('keydown', (event) => move(event, nav, search, list));
  close.addEventListener('click', () => fold(nav, '.change'));
  list.addEventListener('click', () => fold(nav, '.log'));
  matchMedia('(max-width: 46rem)').addEventListener('change', () => fold(nav, '.log'));
  draw();
  return {
    current(person) {
      shown = person;
      mark(list, shown);
      const link = list.querySelector('[aria-current]');
      link?.scrollIntoView({ block: 'center', behavior: 'instant' });
    },
    open() {
      nav.classList.add('open');
      setCovered(true);
      search.focus();
    },
  };
}

/** Closes the list where it covers the page, and puts the cursor where it belongs then. */
function fold(nav: HTMLElement, next: '.change' | '.log'): void {
  if (!nav.classList.contains('open')) return;
  nav.classList.remove('open');
  setCovered(false);
  document.querySelector<HTMLElement>(next)?.focus();
}

/** What the list covers can't be reached by the Tab key either. */
function setCovered(covered: boolean): void {
  for (const part of document.querySelectorAll<HTMLElement>('.top, main')) part.inert = covered;
}

/** `#/anna` shows her messages, `#/anna/home` her home page. */
export function addressOf(person: string, view: View = 'messages'): string {
  return `#/${encodeURIComponent(person)}${view === 'home' ? '/home' : ''}`;
}

export function personAt(hash: string): string {
  const match = /^#\/([^/]+)/.exec(hash);
  try {
    return decodeURIComponent(match?.[1] ?? '');
  } catch {
    return '';
  }
}

export function viewAt(hash: string): View {
  return /^#\/[^/]+\/home$/.test(hash) ? 'home' : 'messages';
}

/** `leads Instruments, HR`; empty for most. */
export function duties(person: Resident): string {
  const leads = person.leads.length > 0 ? [`leads ${person.leads.join(', ')}`] : [];
  return [...leads, ...(person.hr ? ['HR'] : [])].join(' · ');
}

/** Every word typed is somewhere in the name, the unit or the duties. */
function matches(person: Resident, words: string): boolean {
  return hasWords(`${person.name} ${person.unit} ${duties(person)}`, words);
}

function counted(matching: number, all: number): string {
  if (matching === 0) return 'Nobody. Try a part of a name or unit.';
  if (matching === all) return `${all} people`;
  return matching === 1 ? '1 person' : `${matching} of ${all} people`;
}

/** One stop of the Tab key for the whole list: whoever is shown, else the first; arrows reach the others. */
function mark(list: HTMLElement, shown: string): void {
  const links = [...list.querySelectorAll('a')];
  const current = links.find((link) => link.hash === addressOf(shown));
  for (const link of links) {
    link.tabIndex = link === (current ?? links[0]) ? 0 : -1;
    if (link === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function sections(people: readonly Resident[]): HTMLElement[] {
  const units = [...new Set(people.map((person) => person.unit))].sort();
  return units.map((unit, index) => {
    const title = h('h2', { id: `unit-${index}` }, unit);
    const members = people.filter((person) => person.unit === unit).toSorted(leadersFirst);
    const rows = members.map(row);
    return h('section', { 'aria-labelledby': title.id }, title, h('ul', {}, ...rows));
  });
}

function leadersFirst(a: Resident, b: Resident): number {
  return b.leads.length - a.leads.length || a.name.localeCompare(b.name);
}

function row(person: Resident): HTMLElement {
  const duty = duties(person);
  const link = h(
    'a',
    { href: addressOf(person.id) },
    avatar(person.name),
    h('span', { class: 'who' }, person.name),
  );
  if (duty !== '') link.append(' ', h('span', { class: 'duty' }, duty));
  return h('li', {}, link);
}

/** Arrows walk from the search through the list; Enter in the search takes the first; Escape closes. */
function move(
  event: KeyboardEvent,
  nav: HTMLElement,
  search: HTMLInputElement,
  list: HTMLElement,
): void {
  const links: Element[] = [...list.querySelectorAll('a')];
  const at = document.activeElement === null ? -1 : links.indexOf(document.activeElement);
  const go = (target: Element | undefined) => {
    event.preventDefault();
    if (target instanceof HTMLElement) target.focus();
  };
  if (event.key === 'ArrowDown') go(links[at + 1]);
  else if (event.key === 'ArrowUp' && at >= 0) go(links[at - 1] ?? search);
  else if (event.key === 'Enter' && document.activeElement === search) {
    event.preventDefault();
    list.querySelector('a')?.click();
  } else if (event.key === 'Escape') fold(nav, '.change');
}
