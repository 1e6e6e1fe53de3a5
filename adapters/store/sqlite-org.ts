/** One person and what they have set, on SQLite, as every click and every message needs them: by hand. */
import type { OrgStore } from '../../src/ports/store.ts';
import { personOf, preferenceOf } from './org.ts';
import type { Tables } from './schema.ts';
import type { Connection } from './sqlite-connection.ts';

export function sqliteOrg({
  raw,
  between,
}: Connection): Pick<OrgStore, 'person' | 'locale' | 'preference'> {
  const said = (column: 'timezone' | 'locale') => `coalesce(p.${column}, (
    select a.${column} from account a where a.person = p.id and a.active = 1 and a.${column} is not null
    order by a.platform, a.team, a.user_id limit 1)) as ${column}`;
  const person = raw.prepare<[string], Tables['person']>(
    `select id, name, email, unit, country, start_date, ${said('timezone')}, ${said('locale')}
      from person p where id = ?`,
  );
  const preference = raw.prepare<[string], Tables['preference']>(
    'select * from preference where person = ?',
  );
  const locale = raw
    .prepare<[{ id: string }], string | null>(
      `select coalesce((select locale from preference where person = @id), (select locale from person where id = @id), (
        select locale from account where person = @id and active = 1 and locale is not null
        order by platform, team, user_id limit 1))`,
    )
    .pluck();
  return {
    locale: (id) => between(() => locale.get({ id }) ?? undefined),
    person: (id) =>
      between(() => {
        const row = person.get(id);
        return row && personOf(row);
      }),
    preference: (id) =>
      between(() => {
        const row = preference.get(id);
        return row ? preferenceOf(row) : {};
      }),
  };
}
