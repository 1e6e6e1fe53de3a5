/** A workspace that the app is installed in, and how the rest of the adapter asks for it. */
import { type Client, type ClientSetting, client } from './client.ts';
import { LOOKUP_SCOPES } from './options.ts';

export interface Installed {
  /** Enterprise id of an org-wide installation, else team id; `team` of its accounts. */
  readonly id: string;
  readonly isOrg: boolean;
  readonly token: string;
  readonly botId?: string;
  readonly botUserId?: string;
  /** Absent: Slack has not said. */
  readonly scopes?: readonly string[];
}

export interface Workspace extends Installed {
  /** Apart from `talking`, so that a limit met in bulk holds up no click. */
  readonly posting: Client;
  readonly talking: Client;
}

/** Slack could not be asked; the token is not accepted; there is no such installation. */
export type Absent = 'out-of-reach' | 'refused' | 'not-installed';

/** What an event or a click says of where it comes from. */
export interface Source {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

export interface Workspaces {
  of(id: string): Promise<Workspace | Absent>;
  from(source: Source): Promise<Workspace | Absent>;
  all(): Promise<readonly Workspace[] | Absent>;
  /** Whether all that are known have the scopes to look a message up; what is unknown is hoped for. */
  readonly canFind: boolean;
  /** A look-up was refused for want of a scope. */
  cannotFind(id: string): void;
  /** Uninstalled or revoked: whose accounts are to be forgotten. May be called again. */
  drop(source: Source): Promise<string | undefined>;
}

/** In milliseconds, as the brief for posting says: Slack's own limit for an answer is far below. */
const TIMEOUT = 10_000;

export function open(installed: Installed, setting: ClientSetting): Workspace {
  return {
    ...installed,
    posting: client(installed.token, setting, TIMEOUT),
    talking: client(installed.token, setting, TIMEOUT),
  };
}

export function allowsLookup({ scopes }: Pick<Installed, 'scopes'>): boolean {
  return scopes === undefined || LOOKUP_SCOPES.every((scope) => scopes.includes(scope));
}

/** Which installation a source belongs to: an org-wide one first, where the source says that it is. */
export function idsOf({ teamId, enterpriseId, isEnterpriseInstall }: Source): readonly string[] {
  const ids = isEnterpriseInstall ? [enterpriseId, teamId] : [teamId, enterpriseId];
  return ids.filter((id) => id !== undefined);
}
