/** Which message an exit interview goes on in: it is about no round that its leaver knows, only its buttons tell. */
import type { Message } from '../../src/message/message.ts';
import type { Reply } from '../../src/message/reply.ts';

export function isOfInterview(reply: Reply): boolean {
  return reply.kind === 'submit'
    ? reply.form === 'exit'
    : reply.kind === 'action' && reply.action.startsWith('exit-');
}

export function isInterview({ blocks }: Message): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'actions' && block.actions.some(({ action }) => action.startsWith('exit-')),
  );
}
