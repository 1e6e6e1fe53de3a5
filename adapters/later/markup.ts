/** HTML in which whatever is put in is text, unless it was made here itself. */

export interface Markup {
  readonly html: string;
}

type Part = Markup | readonly Markup[] | string | number | false | undefined;

/** A template: texts are escaped, `false` and `undefined` are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.map((text, i) => `${text}${written(parts[i])}`).join('') };
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map((each) => each.html).join('');
}

/** Attributes, each with a blank before it; `true` has no value, `false` and `undefined` are left out. */
export function attributes(all: Readonly<Record<string, string | number | boolean | undefined>>) {
  const given = Object.entries(all).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return [value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`];
  });
  return { html: given.join('') } satisfies Markup;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/\p{Cs}|(?![\n\t])\p{Cc}/gu, '\u{fffd}');
}
