/** How each voice of the conversation looks: Soundings' messages, what only the reader sees, their own words. */
import type { Message } from '../../../src/message/message.ts';
import type { Posted, Resident } from '../wire.ts';
import { avatar, soundingsAvatar } from './avatar.ts';
import { type OnTap, renderBlocks } from './blocks.ts';
import { h } from './element.ts';
import { timeOfDay } from './time.ts';

export function messageOf(posted: Posted, reader: Resident, tap: OnTap): HTMLElement {
  const time = h('time', { datetime: posted.at }, timeOfDay(new Date(posted.at), reader.timezone));
  const by = h('p', { class: 'by' }, h('strong', {}, 'Soundings'), ' ', time);
  const blocks = renderBlocks(posted.message, tap);
  const card = h('div', { class: 'card', lang: reader.locale }, ...blocks);
  const label = `Soundings, ${time.textContent}: ${posted.message.summary}`;
  return h(
    'article',
    { class: 'message', tabindex: '-1', 'aria-label': label },
    soundingsAvatar(),
    h('div', { class: 'said' }, by, card),
  );
}

/** A message that is kept nowhere. */
export function whisperOf(message: Message, reader: Resident, tap: OnTap): HTMLElement {
  const only = h('p', { class: 'by' }, 'Only you see this. It is kept nowhere.');
  const close = h('button', { type: 'button', class: 'dismiss', 'aria-label': 'Dismiss' }, '×');
  const card = h('div', { class: 'card', lang: reader.locale }, ...renderBlocks(message, tap));
  const bubble = h('div', { class: 'whisper', tabindex: '-1' }, only, close, card);
  close.addEventListener('click', () => {
    bubble.closest<HTMLElement>('[role="log"]')?.focus();
    bubble.remove();
  });
  return bubble;
}

export function ownWords(words: string, reader: Resident): HTMLElement {
  const said = h('p', { class: 'card' }, h('span', { class: 'unseen' }, 'You: '), words);
  return h('div', { class: 'own' }, said, avatar(reader.name));
}

export function failure(sentence: string): HTMLElement {
  return h('div', { class: 'whisper failed' }, h('p', { class: 'card' }, sentence));
}

export function nothingYet(): HTMLElement {
  return h('p', { class: 'empty' }, 'Nothing yet. Questions and digests arrive here.');
}

export function dayLine(date: string): HTMLElement {
  return h('p', { class: 'day' }, h('span', {}, date));
}
