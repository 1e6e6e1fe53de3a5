/** `soundings.yaml`: the organisation, the thresholds and the campaigns, or everything that is wrong with them. */
import { z } from 'zod';
import { isLocale, isZone } from '../org/check-org.ts';
import type { Fault } from '../ports/directory.ts';
import { COMMENT, PULSE_BANK, PULSE_CORE, RECOMMEND } from '../stock/pulse.ts';
import { floorSchema, parseSurvey } from '../survey/parse-survey.ts';
import { parseYaml } from '../survey/parse-yaml.ts';
import type { Question } from '../survey/question.ts';
import type { Weekday, WeekTime } from './cadence.ts';
import type { Campaign } from './campaign.ts';
import type { Programme } from './programme.ts';

/** A programme with the files that its organisation is read from, as written. */
export interface ParsedProgramme {
  readonly programme: Programme;
  readonly peopleFile: string;
  readonly unitsFile: string;
}

/** Every question that a campaign can name. */
const STOCK: readonly Question[] = [...PULSE_BANK, RECOMMEND];

/** `readSurvey` returns the text of a survey file named in a campaign, or undefined if it can't be read. */
export function parseProgramme(
  text: string,
  file: string,
  readSurvey: (name: string) => string | undefined,
): ParsedProgramme | { readonly faults: readonly Fault[] } {
  const parsed = parseYaml(text, file, programmeSchema);
  if ('faults' in parsed) return parsed;
  const { organisation, minimum, campaigns } = parsed.value;
  const faults: Fault[] = [];
  const settings = { timezone: organisation.timezone, floor: minimum };
  const built = campaigns.map((raw) => {
    const questions = questionsFor(raw.questions, file, readSurvey);
    if ('faults' in questions) faults.push(...questions.faults);
    return campaignOf(raw, 'faults' in questions ? [] : questions, settings);
  });
  if (faults.length > 0) return { faults };
  return {
    peopleFile: organisation.people,
    unitsFile: organisation.units,
    programme: {
      organisation: organisation.name,
      timezone: organisation.timezone,
      locale: organisation.language,
      hr: organisation.hr,
      campaigns: built,
    },
  };
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const time = z.string().regex(TIME, 'must be a time such as "09:00", in quotes');
const weekTime = z.string().transform((text, context): WeekTime => {
  const [day = '', at = ''] = text.trim().toLowerCase().split(/\s+/);
  if (!DAYS.includes(day) || !TIME.test(at)) {
    context.addIssue({
      code: 'custom',
      message: 'must be a weekday and a time, such as "monday 09:00"',
    });
  }
  return { weekday: DAYS.indexOf(day) as Weekday, time: at };
});
const name = z.string().trim().min(1, 'must not be empty');

const campaignSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 small letters, digits or -'),
  name: name.optional(),
  questions: z.union([z.string(), z.array(z.string()).min(1)]).default('pulse'),
  per_round: z.int().min(1).max(3, 'must be 1 to 3: more is not answered in chat').default(3),
  comment: z.boolean().default(true),
  every: z.enum(['week', 'two-weeks', 'month'], 'must be week, two-weeks or month').default('week'),
  opens: weekTime.prefault('monday 09:00'),
  closes: weekTime.prefault('friday 17:00'),
  ask_at: time.default('10:00'),
  starts: z.iso.date('must be a date such as 2026-01-31').default('2024-01-01'),
  audience: z.array(z.string()).default([]),
});

const programmeSchema = z.strictObject({
  organisation: z.strictObject({
    name,
    people: name.default('people.csv'),
    units: name.default('units.csv'),
    timezone: z.string().refine(isZone, 'is no time zone; write one such as Europe/Berlin'),
    language: z.string().refine(isLocale, 'is no language tag; write one such as en').default('en'),
    hr: z.array(z.string()).default([]),
  }),
  minimum: floorSchema,
  campaigns: z
    .array(campaignSchema)
    .min(1, 'must name at least one campaign')
    .refine(
      (all) => new Set(all.map(({ id }) => id)).size === all.length,
      'has a campaign id twice',
    ),
});

/** `pulse` (one question a driver), `pulse-full`, names of stock questions, or a survey file. */
function questionsFor(
  wanted: string | readonly string[],
  file: string,
  readSurvey: (name: string) => string | undefined,
): Question[] | { readonly faults: readonly Fault[] } {
  if (wanted === 'pulse') return [...PULSE_CORE];
  if (wanted === 'pulse-full') return [...PULSE_BANK];
  if (typeof wanted === 'string') {
    const text = readSurvey(wanted);
    if (text === undefined) {
      const says = `The questions "${wanted}" are neither "pulse" nor "pulse-full" nor a survey file that can be read.`;
      return { faults: [{ where: file, says }] };
    }
    const parsed = parseSurvey(text, wanted);
    return 'faults' in parsed ? parsed : [...parsed.survey.questions];
  }
  const found = wanted.map((id) => STOCK.find((question) => question.id === id));
  const faults = wanted.flatMap((id, i) =>
    found[i] ? [] : [{ where: file, says: `There is no stock question "${id}".` }],
  );
  return faults.length > 0 ? { faults } : found.filter((question) => question !== undefined);
}

function campaignOf(
  raw: z.infer<typeof campaignSchema>,
  questions: readonly Question[],
  { timezone, floor }: { timezone: string; floor: number },
): Campaign {
  const { id, every, opens, closes, starts, audience } = raw;
  return {
    id,
    name: raw.name ?? id,
    cadence: { every, opens, closes, starts, timezone },
    questions,
    perRound: raw.per_round,
    audience,
    askAt: raw.ask_at,
    floor,
    ...(raw.comment && { comment: COMMENT }),
  };
}
