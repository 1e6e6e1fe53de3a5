/** Short answers to what people click and type. */
import type { CastOutcome } from '../ballot/cast.ts';
import type { AnswerRefusal } from '../survey/answer.ts';
import type { Copy } from './copy.ts';
import type { Message } from './message.ts';
import { weekdayTime } from './times.ts';

export function plain(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text }] };
}

/** `signsIn`: there is a page that they can sign in to. */
export function helpMessage({ command, signIn }: Copy, signsIn = false): Message {
  const help = signsIn ? [...command.help, signIn.help] : command.help;
  return {
    summary: command.helpTitle,
    blocks: [
      { kind: 'heading', text: command.helpTitle },
      ...help.map(([word, does]) => ({
        kind: 'text' as const,
        text: `${word}: ${does}`,
      })),
    ],
  };
}

/** To somebody whom the app has just been installed for: why they get this, who put it here, and how to stop. */
export function greetingMessage({ chat, asking }: Copy, organisation: string): Message {
  return {
    summary: chat.greetingTitle,
    blocks: [
      { kind: 'heading', text: chat.greetingTitle },
      { kind: 'text', text: chat.greetingWhy(organisation) },
      { kind: 'text', text: chat.greetingAnswers },
      { kind: 'text', text: chat.greetingStop },
      { kind: 'actions', about: '', actions: [{ action: 'privacy', label: asking.privacy }] },
    ],
  };
}

/** Why nothing was sealed. */
export function refusalMessage(
  outcome: Exclude<CastOutcome, { sealed: true } | { refused: 'faulty' }>,
  copy: Copy,
): Message {
  switch (outcome.refused) {
    case 'no-such-round':
      return plain(copy.refusal.noSuchRound);
    case 'not-asked':
      return plain(copy.refusal.notAsked);
    case 'closed': {
      const { closesAt, timezone } = outcome.round;
      return plain(copy.refusal.closed(weekdayTime(closesAt, timezone, copy.language)));
    }
  }
}

/** What is wrong with one field. */
export function faultText(
  fault: AnswerRefusal | { readonly refused: 'not-in-round' },
  { refusal }: Copy,
): string {
  switch (fault.refused) {
    case 'not-in-round':
      return refusal.notAsked;
    case 'off-scale':
      return refusal.offScale;
    case 'choose-one':
      return refusal.chooseOne;
    case 'too-long':
      return refusal.tooLong(fault.bytes, fault.limit);
  }
}
