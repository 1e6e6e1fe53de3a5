/** The parts of the Teams adapter, put together around botbuilder. */
import type { Inbox } from '../../src/ports/inbox.ts';
import { inHand } from '../in-hand.ts';
import { atMostOnceAMinute } from '../seldom.ts';
import { soon } from '../soon.ts';
import type { Receiving } from './answer.ts';
import { authentication } from './authenticate.ts';
import type { Cards } from './cards.ts';
import { chat } from './chat.ts';
import { connector } from './connector.ts';
import { listAll } from './directory.ts';
import { introducer } from './introduce.ts';
import type { Teams, TeamsOptions } from './options.ts';
import { pace } from './pace.ts';
import { receive } from './receive.ts';
import { door } from './requests.ts';
import { who } from './who.ts';

/** Seconds until whatever is still open is left to itself. */
const CLOSING = 5;

export function assemble(options: TeamsOptions, cards: Cards): Teams {
  const tell = atMostOnceAMinute(options.tell);
  const checked = authentication(options);
  const works = inHand();
  const people = soon(options.peopleChanged);
  const tenants = new Set([options.tenantId, ...(options.tenants ?? [])]);
  const base = {
    accounts: options.accounts,
    connector: connector(checked, options.anonymous ? '' : options.appId),
    cards,
    pace: pace(),
    isOurs: (tenant: string) => tenants.has(tenant),
    tell,
    hold: works.hold,
    peopleChanged: people.call,
  };
  const known = who(options.accounts);
  let inbox: Inbox | undefined;
  const parts: Receiving = {
    ...base,
    inbox: () => given(inbox),
    who: known,
    organisation: options.organisation,
    locale: options.locale,
    introduce: introducer(base),
  };
  const entrance = door({
    verify: checked.verify,
    anonymous: options.anonymous === true,
    isOurs: base.isOurs,
    receive: receive(parts),
    tell: options.tell,
    isReady: () => inbox !== undefined,
  });
  const port = chat(base);
  return {
    ...port,
    // Posts are waited for too: one that is cut off may have been posted.
    send: (...sent) => works.hold(port.send(...sent)),
    replace: (...replaced) => works.hold(port.replace(...replaced)),
    requests: entrance.take,
    async listen(to) {
      inbox = to;
    },
    async list() {
      const listing = await listAll(base);
      known.forget();
      return listing;
    },
    async close() {
      people.cancel();
      await entrance.close(CLOSING);
      await works.finished(CLOSING);
    },
  };
}

function given(inbox: Inbox | undefined): Inbox {
  if (!inbox) throw new Error('Teams is not listened to yet.');
  return inbox;
}
