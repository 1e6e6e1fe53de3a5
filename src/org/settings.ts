/** What people set for themselves, as a form: their hour, quiet days, language, and where they are written to. */
import { campaignsFor } from '../campaign/due.ts';
import type { Days } from '../campaign/quiet.ts';
import { timeOf } from '../message/commands.ts';
import { copyFor, LANGUAGE_TAGS } from '../message/languages.ts';
import type { Form } from '../message/message.ts';
import type { Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import { SETTING, settingsFormOf, USUAL_HOUR } from '../message/settings-form.ts';
import type { Desk } from '../ports/desk.ts';
import type { Platform } from './account.ts';
import { isDate } from './check-org.ts';
import { home, usualHour } from './home.ts';
import { decide, type Wish } from './prefer.ts';
import type { Preference } from './preference.ts';

export async function settingsForm(desk: Desk): Promise<Form> {
  const { ports, person, programme, copy, now } = desk;
  const { org } = ports.store;
  const preference = await org.preference(person);
  const quiet = nextQuiet(preference, now);
  const asking = campaignsFor(person, programme.campaigns, await org.load(), now);
  const usual = usualHour(asking) ?? { from: '10:00' };
  const { askAt, platform } = preference;
  return settingsFormOf(
    {
      ...(askAt !== undefined && { askAt }),
      usualHour: usual.to === undefined ? usual.from : `${usual.from}-${usual.to}`,
      ...(quiet && { quiet }),
      languages: LANGUAGE_TAGS,
      platforms: await platformsOf(desk),
      ...(platform !== undefined && { platform }),
    },
    copy,
  );
}

type Fields = Readonly<Record<string, readonly string[]>>;

/** What a field asks for; or what is wrong, by field. Neither: it stays as it is. */
interface Read {
  readonly change?: (so: Preference) => Preference;
  readonly faults?: Readonly<Record<string, string>>;
}

/** Saves everything, or nothing if anything is wrong: then every field at fault is told. */
export async function saveSettings(desk: Desk, fields: Fields): Promise<Response> {
  const { ports, person: id, programme, copy, now } = desk;
  const { org } = ports.store;
  const person = await org.person(id);
  if (!person) return { say: plain(copy.home.stranger) };
  const zone = person.timezone ?? programme.timezone;
  const wished = (wish: Wish): Read => ({
    change: (so) => decide(so, wish, copy, now, zone).preference ?? so,
  });
  const before = await org.preference(id);
  const read = [
    readHour(fields, before, desk, wished),
    readQuiet(fields, before, desk, wished),
    readLanguage(fields, desk, wished),
    readPlatform(fields, await platformsOf(desk), desk),
  ];
  const faults = Object.assign({}, ...read.map((each) => each.faults));
  if (Object.keys(faults).length > 0) return { faults };
  const after = read.reduce((so, { change }) => change?.(so) ?? so, before);
  await org.prefer(id, after);
  const spoken = copyFor(after.locale ?? copy.language);
  return { say: plain(spoken.settings.saved), home: await home({ ...desk, copy: spoken }) };
}

type Wished = (wish: Wish) => Read;

function readHour(fields: Fields, before: Preference, { copy }: Desk, wished: Wished): Read {
  const [hour] = fields[SETTING.hour] ?? [];
  if (hour === undefined || hour === before.askAt) return {};
  if (hour === USUAL_HOUR) return { change: ({ askAt: _, ...rest }) => rest };
  const time = timeOf(hour);
  if (time === undefined) return { faults: { [SETTING.hour]: copy.settings.notOffered } };
  return wished({ name: 'hour', time });
}

/** The days that the form showed are replaced, or dropped where both fields are empty; later ones stay. */
function readQuiet(fields: Fields, before: Preference, desk: Desk, wished: Wished): Read {
  const written = (name: string) => fields[name]?.join('').trim() ?? '';
  const [from, to] = [written(SETTING.from), written(SETTING.to)];
  const shown = nextQuiet(before, desk.now);
  if (from === (shown?.from ?? '') && to === (shown?.to ?? '')) return {};
  const without = (so: Preference): Preference => {
    return { ...so, quiet: so.quiet?.filter((days) => days !== shown) ?? [] };
  };
  if (from === '' && to === '') return { change: without };
  const faults = quietFaults(from, to, desk);
  if (faults) return { faults };
  const { change } = wished({ name: 'quiet', days: { from, to: to || from } });
  return { change: (so) => change?.(without(so)) ?? so };
}

function quietFaults(first: string, last: string, { copy, now }: Desk): Read['faults'] {
  const { settings } = copy;
  const wrong = {
    ...(first === '' && { [SETTING.from]: settings.firstMissing }),
    ...(first !== '' && !isDate(first) && { [SETTING.from]: settings.dayUnknown }),
    ...(last !== '' && !isDate(last) && { [SETTING.to]: settings.dayUnknown }),
  };
  if (Object.keys(wrong).length > 0) return wrong;
  const end = last || first;
  if (end < first) return { [SETTING.to]: settings.order };
  if (end < now.toISOString().slice(0, 10)) {
    return { [last === '' ? SETTING.from : SETTING.to]: settings.past };
  }
  return undefined;
}

/** The language that they read already is no choice of their own, unless it was one. */
function readLanguage(fields: Fields, { copy }: Desk, wished: Wished): Read {
  const [tag] = fields[SETTING.language] ?? [];
  if (tag === undefined || tag === copy.language) return {};
  if (LANGUAGE_TAGS.includes(tag)) return wished({ name: 'language', tag });
  return { faults: { [SETTING.language]: copy.settings.notOffered } };
}

function readPlatform(fields: Fields, theirs: readonly Platform[], { copy }: Desk): Read {
  const [name] = fields[SETTING.platform] ?? [];
  if (name === undefined) return {};
  const platform = theirs.find((each) => each === name);
  if (!platform) return { faults: { [SETTING.platform]: copy.settings.notOffered } };
  return { change: (so) => ({ ...so, platform }) };
}

/** The first quiet days that are not over. */
function nextQuiet({ quiet = [] }: Preference, now: Date): Days | undefined {
  const today = now.toISOString().slice(0, 10);
  return quiet.filter(({ to }) => to >= today).sort((a, b) => a.from.localeCompare(b.from))[0];
}

/** Where they have an account that can be written to. */
async function platformsOf({ ports, person }: Desk): Promise<Platform[]> {
  const accounts = await ports.store.accounts.of(person);
  const usable = accounts.filter(({ active, reachable }) => active && reachable);
  return [...new Set(usable.map(({ platform }) => platform))];
}
