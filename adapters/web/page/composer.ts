/** Where words are typed to the bot. They are commands: never stored, never taken for an answer. */
import { h } from './element.ts';

const chips = ['Help', 'Privacy'];

export function compose(form: HTMLElement, place: HTMLElement, say: (words: string) => void): void {
  const input = form.querySelector('input');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = input?.value.trim() ?? '';
    if (input) input.value = '';
    if (words !== '') say(words);
  });
  for (const chip of chips) {
    const button = h('button', { type: 'button', class: 'chip' }, chip);
    button.addEventListener('click', () => say(chip.toLowerCase()));
    place.append(button);
  }
}
