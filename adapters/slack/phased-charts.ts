/** Slack's own charts where a workspace takes them; where it does not, the same message without, for a day. */
import type { Message } from '../../src/message/message.ts';
import { isInvalidBlocks } from './errors.ts';
import { renderMessage } from './render.ts';

type Rendered = ReturnType<typeof renderMessage>;

const DAY = 86_400_000;

export interface Charts {
  render(team: string, message: Message): Rendered;
  /** Calls with the message as it is rendered for `team`, and once more without charts if Slack takes them amiss. */
  show<T>(team: string, message: Message, call: (rendered: Rendered) => Promise<T>): Promise<T>;
}

export function charts(now: () => number): Charts {
  const refused = new Map<string, number>();
  /** Many are answered with the same message: that something is sealed. */
  const drawn = new WeakMap<Message, Rendered>();
  const wants = (team: string) => now() >= (refused.get(team) ?? Number.NEGATIVE_INFINITY);
  return {
    render(team, message) {
      if (message.blocks.some(({ kind }) => kind === 'chart')) {
        return renderMessage(message, { charts: wants(team) });
      }
      const rendered = drawn.get(message) ?? renderMessage(message);
      drawn.set(message, rendered);
      return rendered;
    },
    async show(team, message, call) {
      const hasCharts = message.blocks.some(({ kind }) => kind === 'chart') && wants(team);
      try {
        return await call(renderMessage(message, { charts: hasCharts }));
      } catch (error) {
        if (!hasCharts || !isInvalidBlocks(error)) throw error;
        const done = await call(renderMessage(message, { charts: false }));
        refused.set(team, now() + DAY);
        return done;
      }
    },
  };
}
