/** What people set for themselves: pause, stop, resume, their hour, their quiet days, their language. */
import { type Command, LONGEST_PAUSE } from '../message/commands.ts';
import type { Copy } from '../message/copy.ts';
import { copyFor, LANGUAGE_TAGS } from '../message/languages.ts';
import { dayMonth, dayTime, languageName } from '../message/times.ts';
import type { Store } from '../ports/store.ts';
import type { Preference } from './preference.ts';

/** A command that changes a preference. */
export type Wish = Extract<
  Command,
  { name: 'pause' | 'stop' | 'resume' | 'language' | 'hour' | 'quiet' }
>;

/** Does what was asked, if it can be, and returns the sentence that says so. `usualZone` is for people who have none. */
export async function prefer(
  store: Pick<Store, 'org'>,
  usualZone: string,
  person: string,
  wish: Wish,
  copy: Copy,
  now: Date,
): Promise<string> {
  const before = await store.org.preference(person);
  const zone = (await store.org.person(person))?.timezone ?? usualZone;
  const { preference, says } = decide(before, wish, copy, now, zone);
  if (preference) await store.org.prefer(person, preference);
  return says;
}

export interface Decision {
  /** Absent: nothing changes. */
  readonly preference?: Preference;
  readonly says: string;
}

/** What a preference becomes, and the sentence that says so. */
export function decide(
  before: Preference,
  wish: Wish,
  copy: Copy,
  now: Date,
  zone: string,
): Decision {
  const { command, language } = copy;
  const { pausedUntil: _, stopped: __, ...going } = before;
  switch (wish.name) {
    case 'pause': {
      if (wish.weeks === undefined) return { says: command.pauseTooLong(LONGEST_PAUSE) };
      const pausedUntil = new Date(now.getTime() + wish.weeks * 7 * 86_400_000);
      const says = command.paused(dayTime(pausedUntil, zone, language));
      return { preference: { ...before, pausedUntil }, says };
    }
    case 'stop':
      return { preference: { ...going, stopped: true }, says: command.stopped };
    case 'resume':
      return { preference: { ...going, quiet: [] }, says: command.resumed };
    case 'language':
      if (!LANGUAGE_TAGS.includes(wish.tag)) {
        return { says: command.languages(LANGUAGE_TAGS.join(', ')) };
      }
      return {
        preference: { ...before, locale: wish.tag },
        says: copyFor(wish.tag).command.language(languageName(wish.tag)),
      };
    case 'hour':
      if (wish.time === undefined) return { says: command.hourUnknown };
      return { preference: { ...before, askAt: wish.time }, says: command.hour(wish.time) };
    case 'quiet':
      return decideQuiet(before, wish.days, copy, now);
  }
}

/** Past quiet days are forgotten. */
function decideQuiet(
  before: Preference,
  days: { from: string; to: string } | undefined,
  { command, language }: Copy,
  now: Date,
): Decision {
  const today = now.toISOString().slice(0, 10);
  if (!days || days.to < today) return { says: command.quietUnknown };
  const coming = before.quiet?.filter(({ to }) => to >= today) ?? [];
  const day = (date: string) => dayMonth(new Date(`${date}T12:00:00Z`), 'UTC', language);
  return {
    preference: { ...before, quiet: [...coming, days] },
    says: command.quiet(day(days.from), day(days.to)),
  };
}
