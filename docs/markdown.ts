/** Tables and marked parts of a page. */

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The page with what stands between the marks of each part put anew. Throws an Error that names a mark that is not there. */
export function withParts(page: string, parts: ReadonlyMap<string, string>): string {
  let text = page;
  for (const [name, part] of parts) {
    const [from, to] = [`<!-- made: ${name} -->`, `<!-- end: ${name} -->`];
    const [start, end] = [text.indexOf(from), text.indexOf(to)];
    if (start < 0 || end < start)
      throw new Error(`The page has no part "${name}": put ${from} and ${to} there.`);
    text = `${text.slice(0, start + from.length)}\n\n${part.trim()}\n\n${text.slice(end)}`;
  }
  return text;
}
