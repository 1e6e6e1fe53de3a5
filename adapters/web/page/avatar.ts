/** Initials in a circle, in a tint that stays with the name. */
import { h } from './element.ts';

const tints = 6;

export function avatar(name: string): HTMLElement {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const initials = [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('');
  const tint = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tints;
  return h('span', { class: `avatar tint-${tint}`, 'aria-hidden': 'true' }, initials);
}

export function soundingsAvatar(): HTMLElement {
  return h('img', { class: 'avatar', src: '/icon.svg', alt: '', width: 32, height: 32 });
}
