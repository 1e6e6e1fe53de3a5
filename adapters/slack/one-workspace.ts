/** One workspace, known by its token from the configuration. */
import { type ClientSetting, client } from './client.ts';
import { inShort, isOutOfReach } from './errors.ts';
import { LOOKUP_SCOPES, SCOPES } from './options.ts';
import {
  type Absent,
  allowsLookup,
  idsOf,
  open,
  type Workspace,
  type Workspaces,
} from './workspaces.ts';

/** How long a failed check counts before the next, in milliseconds. */
const AGAIN: Readonly<Record<'out-of-reach' | 'refused', number>> = {
  'out-of-reach': 5000,
  refused: 300_000,
};
const TIMEOUT = 10_000;
const REMOVED =
  'The app was removed from the Slack workspace, or its token revoked: nobody can be written to. ' +
  'Install it again, set SLACK_BOT_TOKEN to the new token, and start again.';

export interface OneWorkspace extends Workspaces {
  /** Asks Slack who the token belongs to, and tells the operator if it can't be said. */
  check(): Promise<Workspace | Absent>;
}

export function oneWorkspace(
  token: string,
  setting: ClientSetting,
  tell: (line: string) => void,
): OneWorkspace {
  let known: Workspace | undefined;
  let failed: { readonly why: 'out-of-reach' | 'refused'; readonly at: number } | undefined;
  let asking: Promise<Workspace | Absent> | undefined;
  let lookupRefused = false;

  async function ask(): Promise<Workspace | Absent> {
    try {
      known = await identify(token, setting);
      failed = undefined;
      tellScopes(known, tell);
      return known;
    } catch (error) {
      const why = isOutOfReach(error) ? 'out-of-reach' : 'refused';
      failed = { why, at: performance.now() };
      tell(why === 'refused' ? refusedLine(error) : outOfReachLine(error));
      return why;
    }
  }
  const check = () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const get = async () => {
    if (known) return known;
    const isRecent = failed !== undefined && performance.now() - failed.at < AGAIN[failed.why];
    return failed && isRecent ? failed.why : check();
  };
  return {
    check,
    async of(id) {
      const workspace = await get();
      return typeof workspace === 'string' || workspace.id === id ? workspace : 'not-installed';
    },
    async from(source) {
      if (known) return known;
      // Slack could not be asked yet, but it is there: what it says of itself is true, as the request is signed.
      const [id] = idsOf(source);
      if (id === undefined) return 'not-installed';
      return open({ id, isOrg: source.isEnterpriseInstall, token }, setting);
    },
    async all() {
      const workspace = await get();
      return typeof workspace === 'string' ? workspace : [workspace];
    },
    get canFind() {
      return !lookupRefused && (known === undefined || allowsLookup(known));
    },
    cannotFind() {
      lookupRefused = true;
    },
    async drop(source) {
      if (known?.isOrg && !source.isEnterpriseInstall) return undefined;
      const id = known?.id ?? idsOf(source)[0];
      known = undefined;
      failed = { why: 'refused', at: performance.now() };
      tell(REMOVED);
      return id;
    },
  };
}

async function identify(token: string, setting: ClientSetting): Promise<Workspace> {
  const said = await client(token, setting, TIMEOUT).auth.test();
  const isOrg = said.is_enterprise_install === true && said.enterprise_id !== undefined;
  const id = isOrg ? said.enterprise_id : said.team_id;
  if (id === undefined) throw new Error('auth.test named no workspace');
  const scopes = said.response_metadata?.scopes;
  return open(
    {
      id,
      isOrg,
      token,
      ...(said.bot_id !== undefined && { botId: said.bot_id }),
      ...(said.user_id !== undefined && { botUserId: said.user_id }),
      ...(scopes !== undefined && { scopes }),
    },
    setting,
  );
}

function tellScopes({ scopes = SCOPES }: Workspace, tell: (line: string) => void): void {
  const missing = SCOPES.filter((scope) => !scopes.includes(scope));
  const lookup: readonly string[] = LOOKUP_SCOPES;
  const needed = missing.filter((scope) => !lookup.includes(scope));
  if (needed.length > 0) {
    tell(
      `SLACK_BOT_TOKEN lacks the scope ${needed.join(', ')}. Give the app the scopes of manifest.yml and reinstall it.`,
    );
  } else if (missing.length > 0) {
    tell(
      `SLACK_BOT_TOKEN lacks the scope ${missing.join(', ')}: a message that may have been posted is not looked up, so it is not repeated either.`,
    );
  }
}

function refusedLine(error: unknown): string {
  return (
    `Slack does not accept SLACK_BOT_TOKEN (${inShort(error)}). Copy the “Bot User OAuth Token” (xoxb-...) from ` +
    '“OAuth & Permissions” of the app, set it, and start again.'
  );
}

export function outOfReachLine(error: unknown): string {
  return `Slack can't be reached (${inShort(error)}). It is tried again until it can; nothing is lost.`;
}
