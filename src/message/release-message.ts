/** That a release can be read: a sentence and a button, the same for whoever may. */
import type { Round } from '../campaign/round.ts';
import type { Copy } from './copy.ts';
import { buttons } from './home-message.ts';
import type { Message } from './message.ts';
import { dayMonth } from './times.ts';

export function releaseMessage(round: Round, copy: Copy): Message {
  const { release, language } = copy;
  const ready = release.ready(dayMonth(round.closesAt, round.timezone, language));
  return {
    summary: ready,
    blocks: [
      { kind: 'text', text: ready },
      { kind: 'note', text: release.readyNote },
      buttons('', [['exit-report', release.open, 'main']]),
    ],
  };
}
