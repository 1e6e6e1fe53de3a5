/** The form of what people set for themselves, filled in with what is in force. */

import type { Days } from '../campaign/quiet.ts';
import type { Platform } from '../org/account.ts';
import type { Copy } from './copy.ts';
import type { Field, Form, Option } from './message.ts';
import { languageName } from './times.ts';

/** Names of the fields, in the order in which they stand. */
export const SETTING = {
  hour: 'hour',
  from: 'quiet-from',
  to: 'quiet-to',
  language: 'language',
  platform: 'platform',
} as const;

/** The option for no hour of one's own. */
export const USUAL_HOUR = 'usual';

/** Names that are the same in every language. */
export const PLATFORMS: Readonly<Record<Platform, string>> = {
  slack: 'Slack',
  teams: 'Microsoft Teams',
};

export interface Settings {
  /** Absent: the usual one. */
  readonly askAt?: string;
  readonly usualHour: string;
  /** The next quiet days. */
  readonly quiet?: Days;
  readonly languages: readonly string[];
  /** To choose from; fewer than two are no choice. */
  readonly platforms: readonly Platform[];
  readonly platform?: Platform;
}

export function settingsFormOf(facts: Settings, copy: Copy): Form {
  const { settings, asking } = copy;
  const day = (name: string, label: string, written: string | undefined): Field => ({
    kind: 'text',
    name,
    label,
    hint: settings.quietHint,
    limit: 10,
    lines: 'one',
    ...(written !== undefined && { written }),
  });
  return {
    name: 'settings',
    about: '',
    title: settings.title,
    intro: settings.intro,
    fields: [
      hourField(facts, copy),
      day(SETTING.from, settings.quietFrom, facts.quiet?.from),
      day(SETTING.to, settings.quietTo, facts.quiet?.to),
      {
        kind: 'one',
        name: SETTING.language,
        label: settings.language,
        options: facts.languages.map((value) => ({ value, label: languageName(value) })),
        chosen: [copy.language],
      },
      ...platformField(facts, copy),
    ],
    submit: settings.submit,
    cancel: asking.cancel,
  };
}

function hourField({ askAt, usualHour }: Settings, { settings }: Copy): Field {
  const hours: Option[] = hoursWith(askAt).map((time) => ({ value: time, label: time }));
  return {
    kind: 'one',
    name: SETTING.hour,
    label: settings.hour,
    options: [{ value: USUAL_HOUR, label: settings.usual(usualHour) }, ...hours],
    chosen: [askAt ?? USUAL_HOUR],
  };
}

/** From 07:00 to 19:30 in half hours, with `also` among them. */
function hoursWith(also: string | undefined): string[] {
  const times = Array.from({ length: 26 }, (_, i) => {
    return `${String(7 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`;
  });
  return [...new Set([...times, ...(also === undefined ? [] : [also])])].sort();
}

function platformField({ platforms, platform }: Settings, { settings }: Copy): Field[] {
  if (platforms.length < 2) return [];
  return [
    {
      kind: 'one',
      name: SETTING.platform,
      label: settings.platform,
      options: platforms.map((value) => ({ value, label: PLATFORMS[value] })),
      ...(platform !== undefined && { chosen: [platform] }),
    },
  ];
}
