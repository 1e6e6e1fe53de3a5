/** On the page nobody gets a link to it: whoever holds a session could go on for ever. */
import { parseCommand } from '../../src/message/commands.ts';
import { copyFor } from '../../src/message/languages.ts';
import type { Message } from '../../src/message/message.ts';
import type { Reply } from '../../src/message/reply.ts';
import { plain } from '../../src/message/saying.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import type { SignIn } from './options.ts';

export function withoutLinks(inbox: Inbox, { person }: Pick<SignIn, 'person'>): Inbox {
  return {
    async receive(reply) {
      if (asksForLink(reply)) {
        const { locale = 'en' } = (await person(reply.person)) ?? {};
        return { say: plain(copyFor(locale).signIn.here) };
      }
      const { home, page, ...rest } = await inbox.receive(reply);
      return {
        ...rest,
        ...(home && { home: withoutButton(home) }),
        ...(page && { page: withoutButton(page) }),
      };
    },
  };
}

function asksForLink(reply: Reply): boolean {
  if (reply.kind === 'action') return reply.action === 'web';
  return reply.kind === 'command' && parseCommand(reply.text)?.name === 'web';
}

function withoutButton(message: Message): Message {
  const blocks = message.blocks.filter(
    (block) => block.kind !== 'actions' || block.actions.every(({ action }) => action !== 'web'),
  );
  return { ...message, blocks };
}
