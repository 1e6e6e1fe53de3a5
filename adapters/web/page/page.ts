/** The start of the page: fetches who and what there is, and joins its parts. */
import type { About, Resident, Step } from '../wire.ts';
import { getAbout, getPeople } from './api.ts';
import { avatar } from './avatar.ts';
import { type Clock, clock } from './clock.ts';
import { compose } from './composer.ts';
import { conversation } from './conversation.ts';
import { frame, h } from './element.ts';
import { managerOf, showHint } from './hint.ts';
import { home } from './home.ts';
import { pages } from './pages.ts';
import { addressOf, duties, personAt, type Switcher, switcher, viewAt } from './people.ts';
import type { OnTapped } from './place.ts';
import { reading } from './reading.ts';
import { reply, type Screen } from './replies.ts';
import { showSignOut } from './sign-out.ts';
import { languageOf, placeOf } from './time.ts';
import { views } from './views.ts';

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
  // Whoever signs in is written to in chat: here they find what they can do.
  if (about.value.signOut && first && location.hash === '') {
    history.replaceState(null, '', addressOf(first.id, 'home'));
  }
  if (first !== undefined) run(about.value, people.value, first);
  else frame('lost').textContent = 'There is nobody yet. Import an organisation, then reload.';
}

function run(about: About, people: readonly Resident[], first: Resident): void {
  let employee = first;
  const time = clock(frame('clock'), (step) => afterSkip(step, employee, people));
  const { screen, turnTo, look } = stage(first, time);
  const tabs = views((view) => {
    location.hash = addressOf(screen.reader().id, view);
  });
  const list = switcher(frame('people'), people);
  let shown = '';

  function turn(): void {
    const asked = personAt(location.hash);
    const person = people.find(({ id }) => id === asked) ?? first;
    tabs.show(viewAt(location.hash));
    if (person.id !== shown) {
      shown = person.id;
      if (person.leads.length === 0 && !person.hr) employee = person;
      present(person, list);
      time.zone(person.timezone);
      turnTo(person);
    }
    if (tabs.shown() === 'messages') screen.talk.reveal();
    else look();
  }

  compose(frame('composer'), frame('chips'), (words) => {
    screen.talk.echo(words);
    void reply(screen, { kind: 'command', text: words }, screen.talk.origin);
  });
  frame('skip-link').addEventListener('click', (event) => {
    // The address names the person who is shown; a jump must not change it.
    event.preventDefault();
    tabs.focus();
  });
  time.show(about.clock);
  setInterval(() => void (document.hidden || refresh(time)), halfMinute);
  window.addEventListener('hashchange', turn);
  turn();
}

/** The parts that show a person and answer their taps, joined. */
function stage(first: Resident, time: Clock) {
  const tapped: OnTapped = (tap, origin, button) => {
    const card = button.closest('.card');
    if (card === null || card.ariaBusy === 'true') return;
    card.ariaBusy = 'true';
    void reply(screen, tap, origin).finally(() => card.removeAttribute('aria-busy'));
  };
  const talk = conversation(frame('log'), first, tapped);
  const front = home(frame('home'), first, tapped);
  const look = lookers(() => reply(screen, { kind: 'home' }, front.origin));
  const read = reading(first, talk, {
    clock(face) {
      time.show(face);
      look();
    },
    changed: look,
    connected() {
      frame('lost').textContent = '';
      void refresh(time);
    },
    lost() {
      frame('lost').textContent = 'The connection is lost. Trying again ...';
    },
  });
  const { reader, posted } = read;
  const screen: Screen = { talk, home: front, pages: pages(tapped), reader, posted };
  const turnTo = (person: Resident) => {
    // What was open was for somebody else.
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    front.clear(person);
    read.turnTo(person);
  };
  return { screen, turnTo, look };
}

/** Fetches the home page while it is what is shown: one at a time, and once more if something happened meanwhile. */
function lookers(fetchHome: () => Promise<void>): () => void {
  let busy = false;
  let again = false;
  return function look(): void {
    if (frame('home').hidden) return;
    again = busy;
    if (busy) return;
    busy = true;
    void fetchHome().finally(() => {
      busy = false;
      if (again) look();
    });
  };
}

function afterSkip(step: Step, employee: Resident, people: readonly Resident[]): void {
  const manager = managerOf(employee, people);
  frame('hint').replaceChildren();
  if (step !== 'closes' || manager === undefined) return;
  showHint(frame('hint'), manager, () => {
    location.hash = addressOf(manager.id);
    frame('tab-messages').focus();
  });
}

/** The clock may stand still, run, or run from another day: only the program knows. */
async function refresh(time: Clock): Promise<void> {
  const about = await getAbout();
  if ('value' in about) time.show(about.value.clock);
}

function introduce({ organisation, demonstration, signOut }: About, people: number): void {
  if (signOut !== undefined) showSignOut(frame('session'), signOut);
  const line = frame('invented');
  line.hidden = !demonstration;
  line.textContent = `${organisation} is invented. So are its ${people} people; their answers are simulated.`;
  frame('log').tabIndex = 0;
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
