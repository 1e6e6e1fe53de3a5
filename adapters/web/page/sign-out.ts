/** The way out, where people sign in: nobody else is shown then. */
import type { About } from '../wire.ts';
import { signOut } from './api.ts';
import { h } from './element.ts';

export function showSignOut(place: HTMLElement, words: NonNullable<About['signOut']>): void {
  document.body.classList.add('alone');
  place.hidden = false;
  place.replaceChildren(button(words.here, false), button(words.everywhere, true));
}

function button(words: string, everywhere: boolean): HTMLButtonElement {
  const element = h('button', { type: 'button', class: 'action' }, words);
  element.addEventListener('click', async () => {
    element.disabled = true;
    const answer = await signOut({ everywhere });
    element.disabled = false;
    // The address names whoever was signed in.
    if ('value' in answer) location.replace('/');
  });
  return element;
}
