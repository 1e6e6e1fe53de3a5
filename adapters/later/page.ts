/** What a visit shows as one HTML page without any script. */
import type { Visit } from '../../src/exit/visit.ts';
import type { VisitCopy } from '../../src/message/copy-visit.ts';
import type { Actions, Block, Field, Form, Message } from '../../src/message/message.ts';
import { webAddress } from '../../src/message/web-address.ts';
import { fieldId, renderFields, type Sent } from './fields.ts';
import { attributes, html, type Markup } from './markup.ts';
import { STYLE } from './style.ts';

const NOTHING_SENT: Sent = { fields: {}, faults: {} };

/** `reminder`: where the calendar file lies, seen from the page. */
export function renderVisit(
  { language, page, form }: Pick<Visit, 'language' | 'page' | 'form'>,
  copy: VisitCopy,
  { sent = NOTHING_SENT, reminder }: { readonly sent?: Sent; readonly reminder?: string } = {},
): string {
  const { title, rest } = titled(page);
  const link =
    reminder === undefined ? '' : html`<p><a href="${reminder}">${copy.calendar}</a></p>`;
  const hasMore = rest.length > 0 || reminder !== undefined;
  const parts = [
    hasMore || !form
      ? html`<section class="card"><h1>${title}</h1>${rest.map(renderBlock)}${link}</section>`
      : html`<h1>${title}</h1>`,
    ...(form ? [renderForm(form, title, sent, copy)] : []),
  ];
  return document(language, title, parts);
}

/** A few words alone, such as a refusal that knows nobody's language but the browser's. */
export function renderWords(language: string, words: string): string {
  return document(language, words, [html`<section class="card"><h1>${words}</h1></section>`]);
}

function document(language: string, title: string, parts: readonly Markup[]): string {
  // Not escaped: it must be the very text that the policy allows.
  const style: Markup = { html: STYLE };
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>${title} – Soundings</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="brand">Soundings</p>
${parts}
</main>
</body>
</html>
`.html;
}

/** A page that begins with a heading has its title from there. */
function titled({ blocks, summary }: Message) {
  const [first, ...rest] = blocks;
  return first?.kind === 'heading'
    ? { title: first.text, rest }
    : { title: summary, rest: isSaid(first, summary) ? rest : blocks };
}

function isSaid(block: Block | undefined, summary: string): boolean {
  return block?.kind === 'text' && block.text === summary;
}

function renderBlock(block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'text':
      return html`<p>${block.text}</p>`;
    case 'note':
      return html`<p class="note">${block.text}</p>`;
    case 'quote':
      return html`<blockquote>${block.text}</blockquote>`;
    case 'link':
      return renderLink(block);
    case 'actions':
      return html`<form method="post">${aboutOf(block)}<div class="buttons">${renderActions(block)}</div></form>`;
    case 'chart':
      return html`<p>${block.summary}</p>`;
    case 'scale':
      // Such questions come as forms here.
      return html`<p>${block.text}</p>`;
  }
}

function renderLink({ text, url }: Extract<Block, { kind: 'link' }>): Markup {
  const address = webAddress(url);
  if (address === undefined) return html`<p>${text}: ${url}</p>`;
  return html`<p><a href="${address}" target="_blank" rel="noopener noreferrer">${text}</a></p>`;
}

function renderForm(form: Form, above: string, sent: Sent, copy: VisitCopy): Markup {
  const { about, title, also, submit } = form;
  return html`<form class="card" method="post">
${title !== above && html`<h2>${title}</h2>`}
${introOf(form)}
${faultList(form, sent, copy)}
${renderFields(form, sent)}
<div class="buttons"><input type="hidden" name="screen" value="${about}"><button class="main">${submit}</button>${also && aboutOf(also)}${also && renderActions(also)}</div>
</form>`;
}

/** Above words that came back it must not be overlooked, and leads to them: their field may be far below. */
function introOf({ intro, fields }: Form): Markup | false {
  if (intro === '') return false;
  const back = fields.filter((field) => field.kind === 'text' && field.written !== undefined);
  if (back.length === 0) return html`<p class="intro">${intro}</p>`;
  const lines = back.map((field) => html`<li>${linkTo(field)}</li>`);
  return html`<div class="review" role="alert"><p>${intro}</p><ul>${lines}</ul></div>`;
}

function linkTo({ name, label }: Field): Markup {
  return html`<a href="#${fieldId(name)}">${label}</a>`;
}

/** At the top, where the page is looked at first; each leads to its field. */
function faultList({ fields }: Form, { faults }: Sent, { check }: VisitCopy): Markup[] {
  const all = Object.entries(faults);
  if (all.length === 0) return [];
  const lines = all.map(([name, fault]) => {
    const field = fields.find((each) => each.name === name);
    return field ? html`<li>${linkTo(field)}: ${fault}</li>` : html`<li>${fault}</li>`;
  });
  return [html`<div class="fault" role="alert"><p>${check}</p><ul>${lines}</ul></div>`];
}

/** What the buttons are about, beside the button that was pressed: `action`. */
function aboutOf({ about }: Actions): Markup {
  return html`<input type="hidden" name="about" value="${about}">`;
}

/** They work with nothing filled in. */
function renderActions({ actions }: Actions): Markup[] {
  return actions.map(({ action, label, look }) => {
    const all = { name: 'action', value: action, formnovalidate: true, class: look };
    return html`<button${attributes(all)}>${label}</button>`;
  });
}
