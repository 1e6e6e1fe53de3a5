/** The audit log: every entry in its place, and nothing changed, added or removed unseen. */
import { beforeEach, describe, expect, test } from 'vitest';
import { chained } from '../../src/org/audit-chain.ts';
import type { AuditEntry } from '../../src/ports/audit.ts';
import type { Store } from '../../src/ports/store.ts';
import { type Capabilities, minutes, type Open, type Opened } from './store-fixtures.ts';

function entry(n: number): AuditEntry {
  return { at: minutes(n), who: `hr-${n % 3}`, did: 'leaver-read', to: n % 2 ? `leaver ${n}` : '' };
}

export function auditContract(open: Open, { keeps }: Capabilities): void {
  let place: Opened;
  let store: Store;
  beforeEach(async () => {
    place = await open();
    store = place.store;
  });

  async function filled(count: number): Promise<AuditEntry[]> {
    const entries = Array.from({ length: count }, (_, i) => entry(i));
    for (const each of entries) await store.audit.append(each);
    return entries;
  }

  describe('the audit log', () => {
    test('is intact when it is empty', async () => {
      expect(await store.audit.list(9)).toEqual([]);
      expect(await store.audit.verify()).toEqual({ entries: 0 });
    });

    test('keeps entries as they were given, newest first', async () => {
      const entries = await filled(5);
      expect(await store.audit.list(9)).toEqual(entries.toReversed());
      expect(await store.audit.list(2)).toEqual(entries.toReversed().slice(0, 2));
      expect(await store.audit.verify()).toEqual({ entries: 5 });
    });

    test('chains what arrives at the same time one after the other', async () => {
      const entries = Array.from({ length: 60 }, (_, i) => entry(i));
      await Promise.all(entries.map((each) => store.audit.append(each)));
      expect(await store.audit.verify()).toEqual({ entries: 60 });
      const found = (await store.audit.list(99)).map(({ at }) => at.getTime());
      expect(found.sort()).toEqual(entries.map(({ at }) => at.getTime()).sort());
    });

    test('reads all of a long one', async () => {
      const values: string[] = [];
      let hash = '';
      for (let i = 0; i < 2500; i++) {
        const { at, who, did, to } = entry(i);
        hash = chained(hash, entry(i));
        values.push(`(${i}, ${at.getTime()}, '${who}', '${did}', '${to}', '${hash}')`);
      }
      await place.sql(
        `insert into audit (position, at, who, did, target, hash) values ${values.join()};`,
      );
      await place.sql(`insert into audit_end (id, entries, hash) values (1, 2500, '${hash}')`);
      await store.audit.append(entry(2500));
      expect(await store.audit.verify()).toEqual({ entries: 2501 });
      await place.sql(`update audit set who = 'nobody' where position = 2400`);
      expect(await store.audit.verify()).toEqual({ brokenAt: 2400 });
    });

    test.each([
      ['who did it', `update audit set who = 'somebody else' where position = 3`],
      ['what was done', `update audit set did = 'leavers' where position = 3`],
      ['to whom', `update audit set target = '' where position = 3`],
      ['when', `update audit set at = at + 1 where position = 3`],
      ['when, to no date at all', `update audit set at = 9000000000000000 where position = 3`],
      ['the hash', `update audit set hash = '' where position = 3`],
    ])('tells where an entry was changed: %s', async (_, statement) => {
      await filled(6);
      await place.sql(statement);
      expect(await store.audit.verify()).toEqual({ brokenAt: 3 });
    });

    test.each([
      ['the first', 'delete from audit where position = 0', 0],
      ['one in the middle', 'delete from audit where position = 3', 3],
      ['the last', 'delete from audit where position = 5', 5],
      ['all', 'delete from audit', 0],
      ['where it ends', 'delete from audit_end', 0],
    ])('tells where an entry was removed: %s', async (_, statement, brokenAt) => {
      await filled(6);
      await place.sql(statement);
      expect(await store.audit.verify()).toEqual({ brokenAt });
    });

    test('tells where an entry was removed and the others moved up', async () => {
      await filled(6);
      await place.sql('delete from audit where position = 2');
      for (const from of [3, 4, 5]) {
        await place.sql(`update audit set position = ${from - 1} where position = ${from}`);
      }
      expect(await store.audit.verify()).toEqual({ brokenAt: 2 });
    });

    test('tells where an entry was added, even one that fits', async () => {
      const entries = await filled(3);
      const hash = [...entries, entry(3)].reduce(chained, '');
      const { at, who, did, to } = entry(3);
      await place.sql(
        `insert into audit values (3, ${at.getTime()}, '${who}', '${did}', '${to}', '${hash}')`,
      );
      expect(await store.audit.verify()).toEqual({ brokenAt: 3 });
      await place.sql('delete from audit where position = 3');
      await place.sql(`insert into audit values (-1, 0, '', '', '', '')`);
      expect(await store.audit.verify()).toEqual({ brokenAt: 0 });
    });

    test.runIf(keeps)('goes on after a restart', async () => {
      await filled(2);
      const again = await place.again();
      await again.audit.append(entry(2));
      expect(await again.audit.verify()).toEqual({ entries: 3 });
    });
  });
}
