/** The app's manifest for Teams, and its texts in other languages. */
import { appCopy } from '../../../src/message/copy-app.ts';
import { LANGUAGE_TAGS } from '../../../src/message/languages.ts';
import { ACCENT } from './icons.ts';

/** Whose app it is, and where it lives. */
export interface TeamsApp {
  /** Of the app in Teams; a GUID that stays the same from version to version. */
  readonly appId: string;
  /** Of the bot's registration: `MicrosoftAppId`. */
  readonly botId: string;
  /** As people see it in chat. */
  readonly name: string;
  readonly developer: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
  /** Teams takes an update only under a higher one. */
  readonly version: string;
  /** Hosts that the app opens; none are needed for chat. */
  readonly validDomains?: readonly string[];
}

/** Understood by every Teams of today; what we need has not changed since 1.16. */
const SCHEMA = '1.25';

const DEFAULT = 'en';
const OTHERS = LANGUAGE_TAGS.filter((tag) => tag !== DEFAULT);

export const ICONS = { color: 'color.png', outline: 'outline.png' } as const;

export function manifestOf(app: TeamsApp): object {
  const { short, full, commands } = appCopy(DEFAULT);
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    version: app.version,
    id: app.appId,
    developer: app.developer,
    name: { short: app.name, full: app.name },
    description: { short, full },
    icons: ICONS,
    accentColor: ACCENT,
    defaultInstallScope: 'personal',
    bots: [
      {
        botId: app.botId,
        scopes: ['personal', 'team', 'groupChat'],
        // A bot that only notifies is not told of mentions.
        isNotificationOnly: false,
        supportsFiles: false,
        // In a channel nobody is asked anything, so nothing is suggested there.
        commandLists: [
          {
            scopes: ['personal'],
            commands: commands.map(([title, description]) => ({ title, description })),
          },
        ],
      },
    ],
    validDomains: app.validDomains ?? [],
    localizationInfo: {
      defaultLanguageTag: DEFAULT,
      additionalLanguages: OTHERS.map((tag) => ({ languageTag: tag, file: `${tag}.json` })),
    },
  };
}

/** File name to what stands in it, for each language but the manifest's own. */
export function translations({
  name,
}: TeamsApp): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(OTHERS.map((tag) => [`${tag}.json`, translation(tag, name)]));
}

function translation(tag: string, name: string): Record<string, string> {
  const { short, full, commands } = appCopy(tag);
  const texts = commands.flatMap(([title, description], i) => {
    const at = `bots[0].commandLists[0].commands[${i}]`;
    return [
      [`${at}.title`, title],
      [`${at}.description`, description],
    ];
  });
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name,
    'name.full': name,
    'description.short': short,
    'description.full': full,
    ...Object.fromEntries(texts),
  };
}
