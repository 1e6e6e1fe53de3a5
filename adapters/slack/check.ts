/** `soundings doctor`: whether Slack answers, takes the tokens, and has granted what the app needs. Changes nothing. */
import { client } from './client.ts';
import { inShort } from './errors.ts';
import { LOOKUP_SCOPES, OPTIONAL_SCOPES, SCOPES, type SlackOptions } from './options.ts';
import { quietLogger } from './speak.ts';

/** Milliseconds that Slack may take to answer. */
const TIMEOUT = 5000;

export interface Verdict {
  readonly faults: readonly string[];
  /** What is well, in a few words. */
  readonly fine: string;
}

export async function checkSlack({
  access,
  arrival,
  apiUrl,
}: Pick<SlackOptions, 'arrival' | 'apiUrl'> & {
  readonly access: { readonly token: string } | object;
}): Promise<Verdict> {
  const setting = { ...(apiUrl && { apiUrl }), logger: quietLogger(() => {}) };
  const ask = (token: string) => client(token, setting, TIMEOUT);
  const faults: string[] = [];
  let fine = 'several workspaces, by OAuth';
  if ('token' in access) {
    try {
      const { team, response_metadata: about } = await ask(access.token).auth.test();
      fine = `workspace ${team}`;
      faults.push(...missing(about?.scopes ?? []));
    } catch (error) {
      faults.push(`SLACK_BOT_TOKEN: Slack said no, or nothing (${inShort(error)}).`);
    }
  }
  if ('appToken' in arrival) {
    await ask(arrival.appToken)
      .apps.connections.open()
      .catch((error: unknown) => {
        faults.push(`SLACK_APP_TOKEN: Slack said no, or nothing (${inShort(error)}).`);
      });
    fine += ', socket mode';
  } else fine += ', over HTTP';
  return { faults, fine };
}

/** Scopes that were not granted, and what goes wrong without them. */
function missing(granted: readonly string[]): string[] {
  const lookup: readonly string[] = LOOKUP_SCOPES;
  const absent = [...SCOPES].filter((scope) => !granted.includes(scope));
  const needed = absent.filter((scope) => !lookup.includes(scope));
  const faults = needed.map(
    (scope) => `The scope ${scope} is not granted: install the app again with manifest.yml.`,
  );
  if (absent.some((scope) => lookup.includes(scope))) {
    faults.push(
      `Without ${lookup.join(' and ')} a message that may have been posted can't be looked up: it is left to the reminder.`,
    );
  }
  if (!granted.includes(OPTIONAL_SCOPES[0])) {
    faults.push(
      `Without ${OPTIONAL_SCOPES[0]} nobody in Slack is known by the e-mail of people.csv.`,
    );
  }
  return faults;
}
