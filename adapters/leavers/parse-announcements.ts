/** What an HR system says of leavers, from JSON; what can't be read of it, by index and field. */
import type { Announcement } from '../../src/exit/announcement.ts';

export interface FieldFault {
  /** Position in the list, from 0. */
  readonly index: number;
  /** Empty: the entry as a whole. */
  readonly field: string;
  readonly says: string;
}

/** Entries of a list. */
const MOST = 1000;

/** What each field may hold, and that in words. */
const FIELDS: Readonly<Record<string, readonly [(value: unknown) => boolean, says: string]>> = {
  person: [isText, 'a text'],
  last_day: [isText, 'a text such as "2026-12-31"'],
  withdrawn: [(value) => value === true, 'true'],
  kind: [isTextOrNull, 'a text, or null'],
  regretted: [(value) => value === null || typeof value === 'boolean', 'true, false or null'],
  job_family: [isTextOrNull, 'a text, or null'],
};

/** One object or a list of them. An entry that can't be read is in the list too, so that nothing of it is taken. */
export function parseAnnouncements(json: unknown): {
  readonly announcements: readonly Announcement[];
  readonly faults: readonly FieldFault[];
} {
  const list = Array.isArray(json) ? json : [json];
  if (list.length === 0 || list.length > MOST) {
    const says = `A list has 1 to ${MOST} entries.`;
    return { announcements: [], faults: [{ index: 0, field: '', says }] };
  }
  const faults = list.flatMap((entry, index) =>
    [...faultsOf(entry)].map(([field, says]) => ({ index, field, says })),
  );
  const faulty = new Set(faults.map(({ index }) => index));
  const announcements = list.map((entry, index) => announcementOf(entry, faulty.has(index)));
  return { announcements, faults };
}

function* faultsOf(entry: unknown): Generator<readonly [field: string, says: string]> {
  if (!isRecord(entry)) {
    yield ['', 'It must be an object such as {"person": "p07", "last_day": "2026-12-31"}.'];
    return;
  }
  for (const [field, value] of Object.entries(entry)) {
    const [fits, says] = (Object.hasOwn(FIELDS, field) && FIELDS[field]) || [];
    if (!fits)
      yield [field.slice(0, 40), `It is not known; write ${Object.keys(FIELDS).join(', ')}.`];
    else if (!fits(value)) yield [field, `It must be ${says}.`];
  }
  if (!('person' in entry)) yield ['person', 'It is missing.'];
  if ('last_day' in entry === (entry.withdrawn === true))
    yield ['last_day', 'Write either last_day or "withdrawn": true.'];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function announcementOf(entry: unknown, faulty: boolean): Announcement {
  const { person, last_day, withdrawn, kind, regretted, job_family } = isRecord(entry) ? entry : {};
  const about = {
    person: isText(person) ? person.trim() : '',
    ...(faulty && { faulty: true as const }),
  };
  if (withdrawn === true && last_day === undefined) return { ...about, withdrawn };
  return {
    ...about,
    lastDay: isText(last_day) ? last_day.trim() : '',
    ...(isTextOrNull(kind) && { kind: kind || null }),
    ...((typeof regretted === 'boolean' || regretted === null) && { regretted }),
    ...(isTextOrNull(job_family) && { jobFamily: job_family || null }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}
