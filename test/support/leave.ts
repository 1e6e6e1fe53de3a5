/** Leavers on the town's clock: announced by HR, asked in chat, answering screen by screen. */
import type { Form, Message } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import type { Town } from './town.ts';

/** Question id to the values chosen, or the words written; what is not here is left empty. */
export type Answering = Readonly<Record<string, string | readonly string[]>>;

/** HR types it, and the worker does what follows from it. */
export async function announceLeaver(
  town: Town,
  person: string,
  lastDay: string,
): Promise<Response> {
  const response = await town.type('hana', `leaver ${person} ${lastDay}`);
  await town.jump(town.now());
  return response;
}

/** What somebody who goes to a better offer might say. */
export const BETTER_OFFER: Answering = {
  'exit-kind': 'resigned',
  'exit-reason': 'pay',
  'exit-thought': 'half-year',
  'exit-trigger': 'approached',
  'exit-stay': 'pay',
  'exit-offer': 'employer',
  'exit-return': '4',
  'exit-recommend': '7',
};

export function press(
  town: Town,
  person: string,
  action: Parameters<Town['press']>[1],
  about = '',
): Promise<Response> {
  return town.reply({ kind: 'action', person, action, about });
}

/** Sends one screen with whatever of `answers` it asks. */
export function sendScreen(
  town: Town,
  person: string,
  { about, fields }: Form,
  answers: Answering,
): Promise<Response> {
  const given = fields.flatMap(({ name }): [string, string[]][] => {
    const values = answers[name];
    return values === undefined
      ? []
      : [[name, typeof values === 'string' ? [values] : [...values]]];
  });
  return town.reply({
    kind: 'submit',
    form: 'exit',
    person,
    about,
    fields: Object.fromEntries(given),
  });
}

/** From the screen in `from` to the overview; the screens seen on the way, in order. */
export async function walk(
  town: Town,
  person: string,
  from: Response,
  answers: Answering,
): Promise<{ readonly screens: readonly Form[]; readonly end: Response }> {
  const screens: Form[] = [];
  let response = from;
  while (response.form) {
    if (screens.length > 30) throw new Error('The interview does not end.');
    screens.push(response.form);
    response = await sendScreen(town, person, response.form, answers);
    if (response.faults) throw new Error(`${Object.values(response.faults)}`);
  }
  return { screens, end: response };
}

/** Chooses, answers all screens, and ends it. */
export async function interview(
  town: Town,
  person: string,
  access: 'pooled' | 'named',
  answers: Answering,
): Promise<Response> {
  const { end } = await walk(town, person, await press(town, person, `exit-${access}`), answers);
  if (!end.page) throw new Error(`No overview: ${end.say?.summary ?? 'nothing was said'}`);
  return press(town, person, 'exit-finish');
}

/** All words of a message, as one text. */
export function textOf(message: Message | undefined): string {
  if (!message) return '';
  const blocks = message.blocks.map((block) => {
    if (block.kind === 'actions') return block.actions.map(({ label }) => label).join(' | ');
    if (block.kind === 'chart')
      return [block.summary, ...block.rows.map(({ label, text }) => `${label}: ${text}`)].join(
        '\n',
      );
    return block.kind === 'link' ? `${block.text} ${block.url}` : block.text;
  });
  return [message.summary, ...blocks].join('\n');
}
