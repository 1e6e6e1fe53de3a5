/** Deliveries on SQLite as far as every message needs them: by hand, and committed together with what else arrives. */
import type { DeliveryStore } from '../../src/ports/store.ts';
import { deliveryOf, pingsOf } from './deliveries.ts';
import type { Tables } from './schema.ts';
import type { Connection } from './sqlite-connection.ts';

type Hot = Pick<DeliveryStore, 'claim' | 'holds' | 'mark' | 'pings'>;

export function sqliteDeliveries({ raw, between, together }: Connection): Hot {
  const claim = raw.prepare<[number, string, number, number], Tables['delivery']>(
    `update delivery set state = 'claimed', lease_until = ?, attempts = attempts + 1
      where id = ? and state in ('planned', 'claimed', 'sent') and send_at <= ? and lease_until <= ?
      returning *`,
  );
  const holds = raw.prepare<[string, number]>(
    `select 1 from delivery d left join round r on r.id = d.round
      where d.id = ? and d.state = 'claimed' and d.lease_until = ? and (d.kind <> 'question' or r.state = 'open')`,
  );
  const mark = raw.prepare<[Marked]>(
    `update delivery set
        state = case when @from is null or state = @from then @state else state end,
        lease_until = 0,
        attempts = case when @afresh then 0 else attempts end,
        messages = messages + @sent,
        address = coalesce(@address, address),
        send_at = case when @timed then @sendAt else send_at end
      where id = @id`,
  );
  const contact = raw.prepare<[string, string, number, number]>(
    'insert into contact (person, campaign, at, reminder) values (?, ?, ?, ?)',
  );
  const pings = raw.prepare<[string, number], { campaign: string; reminder: number; n: number }>(
    `select campaign, reminder, count(*) as n from contact where person = ? and at > ?
      group by campaign, reminder`,
  );
  return {
    async claim(id, now, leaseUntil) {
      const at = now.getTime();
      const row = await together(() => claim.get(leaseUntil.getTime(), id, at, at));
      return row && deliveryOf(row);
    },

    holds: (id, leaseUntil) => between(() => holds.get(id, leaseUntil.getTime()) !== undefined),

    mark: (id, state, change = {}) =>
      together(() => {
        mark.run(markedOf(id, state, change));
        if (!change.contact) return;
        const { person, campaign, at, reminder } = change.contact;
        contact.run(person, campaign, at.getTime(), reminder ? 1 : 0);
      }),

    pings: (person, since) => between(() => pingsOf(pings.all(person, since.getTime()))),
  };
}

type Marked = Readonly<Record<string, string | number | null>>;

function markedOf(...[id, state, change = {}]: Parameters<DeliveryStore['mark']>): Marked {
  const { from = null, sent, again, sendAt } = change;
  return {
    id,
    state,
    from,
    afresh: sent || again ? 1 : 0,
    sent: sent ? 1 : 0,
    address: sent?.address ?? null,
    timed: sent || sendAt !== undefined ? 1 : 0,
    sendAt: sendAt?.getTime() ?? null,
  };
}
