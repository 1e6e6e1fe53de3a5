/** Reads a CSV file (RFC 4180, UTF-8 with or without byte order mark) row by row. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
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
  let header = false;
  const read = headers(file, columns, ignored);
  const names = (line: readonly string[]) => {
    header = true;
    return read(line);
  };
  const parser = parse({ columns: names, trim: true, info: true, skip_empty_lines: true });
  // Unlike `pipe`, it hands an error of the reading on to who reads the rows.
  pipeline(Readable.from(decoded(path, file)), parser, () => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield { where: `${file}, row ${info.records + info.empty_lines + 1}`, fields: record };
    }
  } catch (error) {
    throw explain(file, header, error);
  }
  if (!header) {
    const says = 'The file is empty. Its first row must name the columns.';
    throw new UnreadableFile({ where: file, says });
  }
}

interface Parsed {
  readonly record: Record<string, string>;
  readonly info: Count;
}

interface Count {
  readonly records: number;
  readonly empty_lines: number;
}

/** The file as text. */
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
    if (!(error instanceof TypeError)) throw explain(file, true, error);
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

/** What is wrong with a row, in words of our own: the parser's repeat what stands in the field. */
const BROKEN: Readonly<Record<string, string>> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'It has more or fewer fields than the first row.',
  CSV_QUOTE_NOT_CLOSED: 'A quote opens here and is never closed.',
  INVALID_OPENING_QUOTE:
    'A quote stands inside a field. Quote the whole field and double the quote.',
  CSV_INVALID_CLOSING_QUOTE:
    'Text follows a closing quote. Double a quote that belongs to the text.',
};

function explain(file: string, header: boolean, error: unknown): Error {
  if (error instanceof UnreadableFile) return error;
  const code = (error as { code?: string }).code ?? '';
  if (error instanceof CsvError) {
    const { records, empty_lines } = error as unknown as Count;
    const row = records + empty_lines + (header ? 2 : 1);
    const says = BROKEN[code] ?? `This is no CSV (${code}).`;
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
