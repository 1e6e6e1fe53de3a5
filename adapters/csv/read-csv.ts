/** Reads a CSV file (RFC 4180, UTF-8 with or without byte order mark) row by row. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Row } from '../../src/org/check-org.ts';
import type { Fault } from '../../src/ports/directory.ts';

export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Stops the reading: the file can't be used at all. */
export class UnreadableFile extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(`${fault.where}: ${fault.says}`);
    this.name = 'UnreadableFile';
    this.fault = fault;
  }
}

/**
 * The rows of a file, in order, fields trimmed. `ignored` hears of columns that nobody asked for. Throws
 * {@link UnreadableFile} if the file is missing, no CSV, not UTF-8, or lacks a required column.
 */
export async function* readCsv(
  path: string,
  columns: Columns,
  ignored: (notice: Fault) => void,
): AsyncGenerator<Row> {
  const file = basename(path);
  const parser = Readable.from(decoded(path, file)).pipe(
    parse({ columns: headers(file, columns, ignored), trim: true, info: true }),
  );
  let row = 1;
  try {
    for await (const { record } of parser as AsyncIterable<{ record: Record<string, string> }>) {
      row++;
      yield { where: `${file}, row ${row}`, fields: record };
    }
  } catch (error) {
    throw explain(file, row + 1, error);
  }
}

/** The file as text. Errors of a stream are not handed on by `pipe`, so they end the text and are thrown from here. */
async function* decoded(path: string, file: string): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let rows = 1;
  try {
    for await (const chunk of createReadStream(path)) {
      const text = utf8.decode(chunk, { stream: true });
      rows += text.split('\n').length - 1;
      yield text;
    }
    yield utf8.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw explain(file, rows, error);
    const says = `The file is not UTF-8 (at or after row ${rows}). Save it as "CSV UTF-8".`;
    throw new UnreadableFile({ where: file, says });
  }
}

function headers(file: string, { required, optional }: Columns, ignored: (notice: Fault) => void) {
  return (line: readonly string[]) => {
    const names = line.map((name) => name.trim().toLowerCase());
    const unusable = (which: readonly string[], is: string, advice: string) =>
      new UnreadableFile({ where: `${file}, row 1`, says: `${columnsAre(which, is)}.${advice}` });
    const missing = required.filter((name) => !names.includes(name));
    if (missing.length > 0) {
      const all = [...required, ...optional].join(', ');
      const advice = ` The first row must name the columns: ${all} (required: ${required.join(', ')}).`;
      throw unusable(missing, 'missing', advice);
    }
    const twice = names.filter((name, i) => name !== '' && names.indexOf(name) !== i);
    if (twice.length > 0) throw unusable(twice, 'there twice', '');
    const extra = names.filter((name) => !required.includes(name) && !optional.includes(name));
    if (extra.length > 0) {
      const says = `${columnsAre(extra, 'not known and ignored')}.`;
      ignored({ where: `${file}, row 1`, says });
    }
    return names.map((name) => (extra.includes(name) ? false : name));
  };
}

function explain(file: string, row: number, error: unknown): Error {
  if (error instanceof UnreadableFile) return error;
  const code = (error as { code?: string }).code ?? '';
  if (error instanceof CsvError) {
    const says = `${error.message.split(':').slice(0, 2).join(':')}. Check the quotes and the number of columns.`;
    return new UnreadableFile({ where: `${file}, row ${row}`, says });
  }
  const says = code === 'ENOENT' ? 'The file does not exist.' : `The file can't be read (${code}).`;
  return new UnreadableFile({ where: file, says });
}

function columnsAre(names: readonly string[], what: string): string {
  const quoted = names.map((name) => `"${name}"`).join(', ');
  return names.length === 1
    ? `The column ${quoted} is ${what}`
    : `The columns ${quoted} are ${what}`;
}
