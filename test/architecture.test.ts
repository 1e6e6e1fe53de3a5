import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** The TypeScript files below a folder, by their path from the root. */
function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

const text = new Map(
  ['src', 'adapters', 'scheduler', 'test', 'bench']
    .flatMap(filesOf)
    .map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]),
);
const product = [...text.keys()].filter((file) => /^(src|adapters|scheduler)\//.test(file));
/** The folders of src: what Soundings knows. The files at its root wire, and may touch the world. */
const pure = product.filter((file) => /^src\/[^/]+\//.test(file));

/** Code without its comments, so that prose may name what code may not do. */
function codeOf(file: string): string {
  return (text.get(file) ?? '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Lines of these files in which the pattern stands. */
function found(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    codeOf(file)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

test('there is something to look at', () => {
  expect(pure.length).toBeGreaterThan(50);
  expect(product.length).toBeGreaterThan(pure.length);
});

describe('the folders of src', () => {
  test('take time as an argument', () => {
    expect(found(pure, /\bDate\.now\b|new Date\(\s*\)|performance\.now|process\.hrtime/)).toEqual(
      [],
    );
  });

  test('never draw from a generator that can be foretold', () => {
    expect(found(pure, /Math\.random/)).toEqual([]);
  });

  test('read no environment, open no file, call no network', () => {
    const world = /process\.|node:(?!crypto)|\bfetch\(|setTimeout|setInterval|require\(/;
    expect(found(pure, world)).toEqual([]);
  });

  test('write nothing to a terminal, and neither do the adapters', () => {
    const files = [...pure, ...filesOf('adapters')];
    expect(found(files, /\bconsole\./)).toEqual([]);
  });

  test('lie one level deep', () => {
    expect(pure.filter((file) => file.split('/').length > 3)).toEqual([]);
  });
});

test('every file of the product opens with one sentence that says what it is', () => {
  const without = product.filter((file) => {
    const [, opening = ''] = /^(?:#!.*\n)?\/\*\*([\s\S]*?)\*\//.exec(text.get(file) ?? '') ?? [];
    const sentence = opening
      .replace(/^\s*\*/gm, '')
      .replace(/\s+/g, ' ')
      .trim();
    return !/^\S.{5,}[.:?]$/.test(sentence);
  });
  expect(without).toEqual([]);
});

test('no file has more than three hundred lines', () => {
  const long = [...text].filter(([, lines]) => lines.trimEnd().split('\n').length > 300);
  expect(long.map(([file]) => file)).toEqual([]);
});

test('no file names a folder of somebody’s machine', () => {
  const home = homedir().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const own = /(?<![\w.])\/(?:home|Users|root|work)\/[\w.-]/;
  const files = [...text.keys()].filter((file) => file !== 'test/architecture.test.ts');
  const named = files.flatMap((file) => {
    const lines = (text.get(file) ?? '').split('\n');
    const machine = home.length > 1 ? new RegExp(`${own.source}|${home}/`) : own;
    return lines.filter((line) => machine.test(line)).map((line) => `${file}: ${line.trim()}`);
  });
  expect(named).toEqual([]);
});

test('no file is an index, and none has a default export', () => {
  const files = [...text.keys()];
  expect(files.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
  expect(
    found(
      files.filter((file) => !file.endsWith('.config.ts')),
      /^export default/,
    ),
  ).toEqual([]);
});

test('no test is skipped or alone', () => {
  const tests = filesOf('test');
  expect(found(tests, /\b(?:test|it|describe)\.(?:skip|only|todo|fails)\(/)).toEqual([]);
});
