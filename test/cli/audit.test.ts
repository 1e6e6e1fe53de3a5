/** `soundings audit` as an operator runs it: beside the running program, by hand and from monitoring. */
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, soundings, started } from './command.ts';

/** Processes are started and databases made; other tests may use the processors too. */
const timeout = 120_000;

describe('audit', { timeout }, () => {
  test('finds nothing wrong with the demonstration while it runs, and says what could be linked', async () => {
    const folder = folderWith();
    const { stop } = await started(folder);
    const { status, out, err } = await soundings(folder, ['audit']);
    expect(err).toBe('');
    expect(out.split('\n').filter((line) => /^(fault|warning) /.test(line))).toEqual([]);
    expect(out).toMatch(/^ok +ledger +\d{3,} entries; /m);
    expect(out).toMatch(/^ {2}- 1 round is open: the box says who has answered/m);
    expect(out).toMatch(/^Faults: 0\. Warnings: 0\.$/m);
    expect(status).toBe(0);

    const keys = join(folder, '.soundings', 'keys', 'demonstration');
    chmodSync(keys, 0o755);
    const loose = await soundings(folder, ['audit', '--json']);
    expect(loose.status).toBe(1);
    const { status: told, findings, linkable } = JSON.parse(loose.out);
    expect(told).toBe(1);
    expect(linkable.length).toBeGreaterThan(3);
    const faults = findings.filter(({ level }: { level: string }) => level === 'fault');
    expect(faults).toMatchObject([
      { check: 'permissions', says: expect.stringMatching(/chmod 700/) },
    ]);
    await stop();
  });

  test('where there is nothing to look at it ends with status 2, and makes nothing', async () => {
    const folder = folderWith();
    const { status, out } = await soundings(folder, ['audit']);
    expect(out).toMatch(/^It could not be checked: Database .* Start Soundings once\./);
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a wrong setting, and a server that is away, end with status 2', async () => {
    const wrong = await soundings(folderWith(), ['audit', '--json'], { PORT: 'x' });
    expect(wrong.status).toBe(2);
    expect(JSON.parse(wrong.out)).toMatchObject({
      status: 2,
      error: expect.stringContaining('PORT'),
    });
    const away = await soundings(folderWith(), ['audit'], {
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/none',
    });
    expect(away.status).toBe(2);
    expect(away.out).toContain('DATABASE_URL');
    expect(away.out).not.toContain('secret');
  });
});
