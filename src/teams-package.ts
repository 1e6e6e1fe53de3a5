/** `soundings teams-package`: writes the app package that an administrator uploads to Microsoft Teams. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { teamsPackage } from '../adapters/teams/package/app-package.ts';
import { FaultsFound } from './faults.ts';
import type { Tell } from './log.ts';

/** As the command line names them. */
export interface TeamsPackageOptions {
  /** `MicrosoftAppId`. */
  readonly bot: string;
  /** Absent: the same GUID as the bot's, as is usual. */
  readonly app?: string;
  readonly name: string;
  readonly company: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
  readonly appVersion: string;
  readonly domain?: readonly string[];
  readonly out: string;
}

/** What each is called where it was given. */
const OPTIONS: Readonly<Record<string, string>> = {
  appId: '--app',
  botId: '--bot',
  name: '--name',
  'developer.name': '--company',
  'developer.websiteUrl': '--website',
  'developer.privacyUrl': '--privacy',
  'developer.termsOfUseUrl': '--terms',
  version: '--app-version',
  validDomains: '--domain',
};

export async function teamsPackageCommand(options: TeamsPackageOptions, tell: Tell): Promise<void> {
  const {
    bot,
    app = bot,
    name,
    company,
    website,
    privacy,
    terms,
    appVersion,
    domain,
    out,
  } = options;
  const made = teamsPackage({
    appId: app,
    botId: bot,
    name,
    developer: { name: company, websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms },
    version: appVersion,
    ...(domain && { validDomains: domain }),
  });
  if ('faults' in made) {
    const named = made.faults.map(({ where, says }) => {
      const option = OPTIONS[where.replace(/\[\d+\]$/, '')];
      return { where: option ?? where, says };
    });
    // Without --app its fault would be said of the bot's GUID twice.
    const given = named.filter(({ where }) => options.app !== undefined || where !== '--app');
    throw new FaultsFound(given);
  }
  const file = resolve(out);
  await writeFile(file, made.zip);
  tell(
    `Wrote ${file} (${name} ${appVersion}), checked against Microsoft's schema. Upload it in the Teams admin centre: Teams apps, Manage apps, Upload new app.`,
  );
}
