/** A question that one tap answers, and buttons that do something; the same for every person. */
import type { IActionSet, IExecuteAction, ISubmitAction } from '@microsoft/teams.cards';
import type { Actions, Block, Option, Scale } from '../../src/message/message.ts';
import { webAddress } from '../../src/message/web-address.ts';
import type { Element } from './card.ts';
import { type ButtonData, parseData } from './ids.ts';
import { limits } from './limits.ts';
import { clean, shorten, words } from './text.ts';

/** The room that a button has around its label, in characters. */
const PADDING = 4;

export function renderScale(scale: Scale): Element[] {
  const { round, question, options } = scale;
  const { labels, full } = fitOptions(options);
  const buttons = options.map(({ value, label }, i) =>
    button(labels[i] ?? label, { kind: 'answer', round, question, value }),
  );
  const asked = full === undefined ? [scale.text] : [scale.text, full];
  return [...asked.map((text) => words(text, { weight: 'Bolder' })), ...rows(scaleRows(buttons))];
}

/**
 * Buttons are answered like any other, with a message or a form in the card's place: none opens a dialog by itself, which
 * Teams allows from `Action.Submit` only.
 */
export function renderActions({ about, actions }: Actions): Element[] {
  const buttons = actions.map(({ action, label, look }) =>
    button(label, { kind: 'action', about, action }, look),
  );
  return rows(packed(buttons));
}

/** A button that every client knows: Markdown would show its escapes. What is no address of the web is text. */
export function renderLink({ text, url }: Extract<Block, { kind: 'link' }>): Element[] {
  const address = webAddress(url);
  if (address === undefined) return [words(`${text}: ${url}`)];
  const title = shorten(text, limits.button);
  const said = title === clean(text) ? [] : [words(text)];
  const open = { type: 'Action.OpenUrl' as const, title, url: address };
  return [...said, { type: 'ActionSet', actions: [open] }];
}

/**
 * What stands below a form: beside the button that sends it, or above where there are too many. The fields' values stay
 * in the client: nothing filled in is sent with these, or asked for first.
 */
export function renderAlso(also: Actions | undefined): { rows: Element[]; beside: Button[] } {
  const { about = '', actions = [] } = also ?? {};
  const buttons = actions.map(({ action, label, look }) => {
    const made = button(label, { kind: 'action', about, action }, look);
    const fallback = { ...made.fallback, associatedInputs: 'none' as const };
    return { ...made, associatedInputs: 'none' as const, fallback };
  });
  return buttons.length < limits.buttonsPerRow
    ? { rows: [], beside: buttons }
    : { rows: rows(packed(buttons)), beside: [] };
}

/** Clients that know no `Action.Execute` send the same as a message. */
export function button(label: string, data: ButtonData, look?: 'main' | 'grave'): Button {
  checkData(data);
  const shown = {
    title: shorten(label, limits.button),
    data,
    ...(look && { style: look === 'main' ? ('positive' as const) : ('destructive' as const) }),
  };
  const fallback = { type: 'Action.Submit' as const, ...shown };
  return { type: 'Action.Execute', verb: data.kind, ...shown, fallback };
}

type Button = Omit<IExecuteAction, 'fallback'> & {
  readonly title: string;
  readonly fallback: ISubmitAction;
};

/** All in one row, or numbers in rows; else one below the other, as words of a scale in two rows would be no scale. */
function scaleRows(buttons: readonly Button[]): Button[][] {
  const longest = Math.max(1, ...buttons.map(({ title }) => title.length));
  const room = Math.floor(limits.rowWidth / (longest + PADDING));
  const perRow = Math.max(1, Math.min(limits.buttonsPerRow, room));
  const together = buttons.length <= perRow || longest <= '100'.length;
  return inRows(buttons, together ? perRow : 1);
}

function inRows(buttons: readonly Button[], perRow: number): Button[][] {
  const count = Math.ceil(buttons.length / perRow);
  return Array.from({ length: count }, (_, row) => buttons.slice(row * perRow, (row + 1) * perRow));
}

/** As many in a row as a phone shows whole. */
function packed(buttons: readonly Button[]): Button[][] {
  const found: Button[][] = [];
  let room = 0;
  for (const each of buttons) {
    const width = each.title.length + PADDING;
    const last = found.at(-1);
    if (last && width <= room && last.length < limits.buttonsPerRow) {
      last.push(each);
      room -= width;
    } else {
      found.push([each]);
      room = limits.rowWidth - width;
    }
  }
  return found;
}

function rows(buttons: readonly Button[][]): IActionSet[] {
  return buttons.map((actions, row) => ({
    type: 'ActionSet',
    ...(row > 0 && { spacing: 'Small' as const }),
    actions,
  }));
}

/** Where a label must be shortened, all are numbered, and `full` says them whole. */
function fitOptions(options: readonly Option[]): { labels: readonly string[]; full?: string } {
  const whole = options.map(({ label }) => clean(label));
  if (whole.every((label) => label.length <= limits.button)) return { labels: whole };
  const numbered = whole.map((label, i) => `${i + 1}. ${label}`);
  return { labels: numbered, full: numbered.join('\n') };
}

/** What would not be understood when it comes back is refused before it is sent. */
function checkData(data: ButtonData): void {
  if (parseData(data)) return;
  const named = JSON.stringify(data);
  throw new Error(
    `a button with the data ${named.slice(0, 300)}: an id or a value in it is empty or has more than ${limits.value} characters; give the unit, round, question or option a shorter one`,
  );
}
