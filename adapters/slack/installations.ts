/** Several workspaces, each installed by OAuth: who they are, and their tokens, sealed, in the store. */
import type { Installation, InstallationStore as OAuthStore } from '@slack/bolt';
import { textAt } from '../../src/message/read-payload.ts';
import type { InstallationStore } from '../../src/ports/store.ts';
import type { ClientSetting } from './client.ts';
import type { Seal } from './options.ts';
import {
  type Absent,
  allowsLookup,
  type Installed,
  idsOf,
  open,
  type Workspace,
  type Workspaces,
} from './workspaces.ts';

const PLATFORM = 'slack';
/** How long a token is remembered, in milliseconds: another process may have dropped it. */
const REMEMBERED = 60_000;

export interface Installations extends Workspaces {
  /** What Bolt's installer writes to. */
  readonly store: OAuthStore;
}

export interface InstallationOptions {
  readonly installations: InstallationStore;
  readonly seal: Seal;
  readonly setting: ClientSetting;
  readonly tell: (line: string) => void;
  /** A workspace was added. */
  readonly added: () => void;
}

export function installations(options: InstallationOptions): Installations {
  const { installations: kept, seal, tell } = options;
  const known = memory(options);
  return {
    of: known.of,
    from: (source) => known.first(idsOf(source)),
    async all() {
      return (await kept.list(PLATFORM)).flatMap(({ id, sealed }) => {
        try {
          return [known.put(unsealed(id, sealed, seal))];
        } catch (error) {
          tell(String(error));
          return [];
        }
      });
    },
    get canFind() {
      return known.withoutLookup.size === 0;
    },
    cannotFind: (id) => void known.withoutLookup.add(id),
    async drop(source) {
      const [id] = idsOf(source);
      if (id === undefined) return undefined;
      const wasThere = (await known.of(id)) !== 'not-installed';
      known.remove(id);
      await kept.drop(PLATFORM, id);
      if (wasThere) {
        tell(
          `The app was removed from the Slack workspace ${id}: its token and accounts are gone.`,
        );
      }
      return id;
    },
    store: oauthStore(options, known),
  };
}

function memory({ installations: kept, seal, setting, tell }: InstallationOptions) {
  const known = new Map<string, { readonly workspace: Workspace; readonly at: number }>();
  const withoutLookup = new Set<string>();

  function put(installed: Installed): Workspace {
    const before = known.get(installed.id)?.workspace;
    const workspace = before?.token === installed.token ? before : open(installed, setting);
    known.set(installed.id, { workspace, at: performance.now() });
    if (allowsLookup(installed)) withoutLookup.delete(installed.id);
    else withoutLookup.add(installed.id);
    return workspace;
  }
  function remove(id: string): void {
    known.delete(id);
    withoutLookup.delete(id);
  }
  async function read(id: string): Promise<Workspace | Absent> {
    const sealed = await kept.get(PLATFORM, id);
    if (sealed) return put(unsealed(id, sealed, seal));
    remove(id);
    return 'not-installed';
  }
  /** What is known but old is read again behind the back of whoever asks: a click is not to wait for the store. */
  async function of(id: string): Promise<Workspace | Absent> {
    const found = known.get(id);
    if (!found) return read(id);
    if (performance.now() - found.at >= REMEMBERED) {
      known.set(id, { ...found, at: performance.now() });
      read(id).catch(() => tell(`The token of the Slack workspace ${id} could not be read.`));
    }
    return found.workspace;
  }
  async function first(ids: readonly string[]): Promise<Workspace | Absent> {
    for (const id of ids) {
      const workspace = await of(id);
      if (workspace !== 'not-installed') return workspace;
    }
    return 'not-installed';
  }
  return { withoutLookup, put, remove, of, first };
}

function oauthStore(
  { installations: kept, seal, tell, added }: InstallationOptions,
  known: ReturnType<typeof memory>,
): OAuthStore {
  return {
    async storeInstallation(installation) {
      const installed = installedOf(installation);
      await kept.put(PLATFORM, installed.id, sealedOf(installed, seal));
      known.put(installed);
      tell(`The app was installed in the Slack workspace ${installed.id}.`);
      added();
    },
    // Asked by Bolt's own `authorize` only, which gives way to ours.
    fetchInstallation: () => Promise.reject(new Error('Installations are read elsewhere.')),
  };
}

/** Only what is needed later; what the installing administrator may do is not kept. */
function installedOf(installation: Installation): Installed {
  const { bot, enterprise, team, isEnterpriseInstall } = installation;
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (id === undefined || bot === undefined) {
    throw new Error(
      'Slack gave no bot token. Create the app from manifest.yml, so that it has a bot user.',
    );
  }
  return {
    id,
    isOrg: isEnterpriseInstall === true,
    token: bot.token,
    botId: bot.id,
    botUserId: bot.userId,
    scopes: bot.scopes,
  };
}

function sealedOf(installed: Installed, seal: Seal): Uint8Array {
  return seal.seal(new TextEncoder().encode(JSON.stringify(installed)));
}

function unsealed(id: string, sealed: Uint8Array, seal: Seal): Installed {
  try {
    const installed: unknown = JSON.parse(new TextDecoder().decode(seal.open(sealed)));
    if (textAt(installed, 'id') === id && textAt(installed, 'token')) return installed as Installed;
  } catch {
    // Said below; the cause might quote a token.
  }
  throw new Error(
    `The token of the Slack workspace ${id} can't be opened: it was sealed with another key. ` +
      'Bring that key back, or install the app there again at /slack/install.',
  );
}
