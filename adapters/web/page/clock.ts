/** The clock in the header, and the button that moves it to whatever happens next. */
import type { ClockFace, Step } from '../wire.ts';
import { type Answer, skipAhead } from './api.ts';
import { h } from './element.ts';
import { dateInWords, placeOf, soonInWords, timeOfDay } from './time.ts';

const happens: Readonly<Record<Step, string>> = {
  closes: 'the round closes',
  opens: 'the next round opens',
  messages: 'messages go out',
};

const happening: Readonly<Record<Step, string>> = {
  closes: 'Closing and counting',
  opens: 'Opening the round',
  messages: 'Sending messages',
};

export interface Clock {
  show(face: ClockFace): void;
  /** Whose zone the clock shows. */
  zone(zone: string): void;
}

/** `skipped` hears of each step that this page asked for. */
export function clock(place: HTMLElement, skipped: (step: Step) => void): Clock {
  let face: ClockFace | undefined;
  let zone = 'UTC';
  const time = h('time');
  const where = h('span', { class: 'where' });
  const button = h('button', { type: 'button', class: 'skip', hidden: true });
  const fault = h('span', { class: 'fault', role: 'alert' });
  place.append(h('p', {}, time, ' ', where), button, fault);

  function draw(): void {
    if (face === undefined) return;
    const now = new Date(face.now);
    const words = `${dateInWords(now, zone)}, ${timeOfDay(now, zone)}`;
    if (time.textContent !== words) time.textContent = words;
    time.dateTime = face.now;
    where.textContent = placeOf(zone);
    button.hidden = face.next === undefined;
    if (face.next === undefined || isBusy(button)) return;
    const { at, what } = face.next;
    button.textContent = `Skip to ${soonInWords(new Date(at), now, zone)}: ${happens[what]}`;
  }

  async function skip(step: Step): Promise<void> {
    busy(button, `${happening[step]} ...`);
    fault.textContent = '';
    const answer: Answer<ClockFace> = await skipAhead();
    button.removeAttribute('aria-disabled');
    if ('value' in answer) face = answer.value;
    else fault.textContent = answer.error;
    draw();
    if ('value' in answer) skipped(step);
  }

  button.addEventListener('click', () => {
    if (face?.next !== undefined && !isBusy(button)) void skip(face.next.what);
  });

  return {
    show(next) {
      face = next;
      draw();
    },
    zone(next) {
      zone = next;
      draw();
    },
  };
}

/** Not `disabled`: the button keeps its focus while the step runs. */
function busy(button: HTMLButtonElement, words: string): void {
  button.setAttribute('aria-disabled', 'true');
  button.replaceChildren(h('span', { class: 'spinner', 'aria-hidden': 'true' }), words);
}

function isBusy(button: HTMLButtonElement): boolean {
  return button.getAttribute('aria-disabled') === 'true';
}
