/** The start of the page: fetches who and what there is, and joins its parts. */
import type { About, Resident, Step } from '../wire.ts';
import { getAbout, getPeople } from './api.ts';
import { avatar } from './avatar.ts';
import type { OnTapped } from './bubbles.ts';
import { type Clock, clock } from './clock.ts';
import { compose } from './composer.ts';
import { conversation } from './conversation.ts';
import { frame, h } from './element.ts';
import { managerOf, showHint } from './hint.ts';
import { addressOf, duties, personAt, type Switcher, switcher } from './people.ts';
import { reading } from './reading.ts';
import { reply, type Screen } from './replies.ts';
import { languageOf, placeOf } from './time.ts';

const halfMinute = 30_000;

/** Asks until both are there: the page may be quicker than the program. */
async function start(): Promise<void> {
  const [about, people] = await Promise.all([getAbout(), getPeople()]);
  const failed = 'error' in about ? about.error : 'error' in people ? people.error : '';
  frame('lost').textContent = failed;
  if ('error' in about || 'error' in people) {
    setTimeout(start, 2000);
    return;
  }
  const first = people.value.find(({ id }) => id === about.value.first) ?? people.value[0];
  introduce(about.value, people.value.length);
  if (first !== undefined) run(about.value, people.value, first);
  else frame('lost').textContent = 'There is nobody yet. Import an organisation, then reload.';
}

function run(about: About, people: readonly Resident[], first: Resident): void {
  let employee = first;
  const tapped: OnTapped = (tap, origin, button) => {
    const card = button.closest('.card');
    if (card === null || card.ariaBusy === 'true') return;
    card.ariaBusy = 'true';
    void reply(screen, tap, origin).finally(() => card.removeAttribute('aria-busy'));
  };
  const time = clock(frame('clock'), (step) => afterSkip(step, employee, people));
  const talk = conversation(frame('log'), first, tapped);
  const read = reading(first, talk, {
    clock: time.show,
    connected() {
      frame('lost').textContent = '';
      void refresh(time);
    },
    lost() {
      frame('lost').textContent = 'The connection is lost. Trying again ...';
    },
  });
  const screen: Screen = { talk, reader: read.reader, posted: read.posted };
  const list = switcher(frame('people'), people);

  function turn(): void {
    const asked = personAt(location.hash);
    const person = people.find(({ id }) => id === asked) ?? first;
    if (person.leads.length === 0 && !person.hr) employee = person;
    present(person, list);
    time.zone(person.timezone);
    read.turnTo(person);
  }

  compose(frame('composer'), frame('chips'), (words) => {
    talk.echo(words);
    void reply(screen, { kind: 'command', text: words });
  });
  time.show(about.clock);
  setInterval(() => void (document.hidden || refresh(time)), halfMinute);
  window.addEventListener('hashchange', turn);
  turn();
}

function afterSkip(step: Step, employee: Resident, people: readonly Resident[]): void {
  const manager = managerOf(employee, people);
  frame('hint').replaceChildren();
  if (step !== 'closes' || manager === undefined) return;
  showHint(frame('hint'), manager, () => {
    location.hash = addressOf(manager.id);
    frame('log').focus();
  });
}

/** The clock may stand still, run, or run from another day: only the program knows. */
async function refresh(time: Clock): Promise<void> {
  const about = await getAbout();
  if ('value' in about) time.show(about.value.clock);
}

function introduce({ organisation, demonstration }: About, people: number): void {
  const line = frame('invented');
  line.hidden = !demonstration;
  line.textContent = `${organisation} is invented. So are its ${people} people; their answers are simulated.`;
  frame('log').tabIndex = 0;
  frame('skip-link').addEventListener('click', (event) => {
    // The address names the person who is shown; a jump must not change it.
    event.preventDefault();
    frame('log').focus();
  });
}

function present(person: Resident, list: Switcher): void {
  document.title = `${person.name} – Soundings`;
  list.current(person.id);
  const look = { type: 'button', class: 'action change', 'aria-label': 'Switch person' };
  const change = h('button', look, 'Switch');
  change.addEventListener('click', () => list.open());
  const facts = [person.unit, duties(person), placeOf(person.timezone), languageOf(person.locale)];
  frame('reader').replaceChildren(
    avatar(person.name),
    h(
      'div',
      {},
      h('h2', {}, h('span', { class: 'as' }, 'You are '), person.name),
      h('p', {}, facts.filter((fact) => fact !== '').join(' · ')),
    ),
    change,
  );
}

void start();
