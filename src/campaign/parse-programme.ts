/** `soundings.yaml`: the organisation, the thresholds and the campaigns, or everything that is wrong with them. */
import { z } from 'zod';
import { isRelease } from '../exit/leaver.ts';
import { isDate, isLocale, isZone } from '../org/check-org.ts';
import type { Fault } from '../ports/directory.ts';
import { COMMENT, PULSE_BANK, PULSE_CORE, RECOMMEND } from '../stock/pulse.ts';
import { floorSchema, parseSurvey } from '../survey/parse-survey.ts';
import { type Contradiction, parseYaml } from '../survey/parse-yaml.ts';
import type { Question } from '../survey/question.ts';
import type { Weekday, WeekTime } from './cadence.ts';
import type { Campaign } from './campaign.ts';
import { exitRulesFrom, exitsSchema } from './parse-programme-exits.ts';
import { type Programme, USUAL } from './programme.ts';
import type { Days } from './quiet.ts';

/** A programme with the files that its organisation is read from, as written. */
export interface ParsedProgramme {
  readonly programme: Programme;
  readonly peopleFile: string;
  readonly unitsFile: string;
  /** Absent: leavers are announced in chat or by an HR system only. */
  readonly leaversFile?: string;
}

/** Every question that a campaign can name. */
const STOCK: readonly Question[] = [...PULSE_BANK, RECOMMEND];

/** The text of a survey file named in a campaign, or undefined if it can't be read. */
type ReadSurvey = (name: string) => string | undefined;

/** Everything that `text` says, or everything that is wrong with it and the survey files it names. */
export function parseProgramme(
  text: string,
  file: string,
  readSurvey: ReadSurvey,
): ParsedProgramme | { readonly faults: readonly Fault[] } {
  const inSurveys: Fault[] = [];
  const parsed = parseYaml(text, file, programmeSchema, (raw) =>
    unusable(raw, readSurvey, inSurveys),
  );
  if ('faults' in parsed) return { faults: [...parsed.faults, ...inSurveys] };
  if (inSurveys.length > 0) return { faults: inSurveys };
  const { organisation, minimum, campaigns, exits } = parsed.value;
  const settings = { timezone: organisation.timezone, floor: minimum };
  return {
    peopleFile: organisation.people,
    unitsFile: organisation.units,
    ...(organisation.leavers !== undefined && { leaversFile: organisation.leavers }),
    programme: {
      organisation: organisation.name,
      timezone: organisation.timezone,
      locale: organisation.language,
      hr: organisation.hr,
      pingsPerMonth: organisation.pings_per_month,
      floor: minimum,
      exits: exitRulesFrom(exits),
      quiet: {
        workingDays: organisation.working_days,
        quietDays: organisation.quiet_days,
        holidays: organisation.holidays,
      },
      campaigns: campaigns.map((raw) =>
        campaignOf(raw, questionsFor(raw.questions, readSurvey), settings),
      ),
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
const weekday = z.string().transform((text, context): Weekday => {
  const day = DAYS.indexOf(text.trim().toLowerCase());
  if (day < 0) context.addIssue({ code: 'custom', message: 'must be a weekday, such as monday' });
  return day as Weekday;
});
const days = z.string().transform((text, context): Days => {
  const [from = '', to = from] = text.split('..').map((each) => each.trim());
  if (!isDate(from) || !isDate(to) || to < from) {
    const message = 'must be a date or dates, such as 2026-12-24 or 2026-12-24..2027-01-01';
    context.addIssue({ code: 'custom', message });
  }
  return { from, to };
});

const campaignSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 small letters, digits or -')
    .refine(
      (id) => !isRelease({ campaign: id }),
      'is the name of exit interviews; choose another one',
    ),
  name: name.optional(),
  questions: z
    .union([
      z.string(),
      z
        .array(z.string())
        .min(1)
        .refine((ids) => new Set(ids).size === ids.length, 'names a question twice'),
    ])
    .default('pulse'),
  per_round: z.int().min(1).max(3, 'must be 1 to 3: more is not answered in chat').default(3),
  comment: z.boolean().default(true),
  every: z.enum(['week', 'two-weeks', 'month'], 'must be week, two-weeks or month').default('week'),
  opens: weekTime.prefault('monday 09:00'),
  closes: weekTime.prefault('friday 17:00'),
  ask_at: time.default('10:00'),
  ask_until: time.optional(),
  reminders: z.int().min(0).max(2, 'must be 0 to 2').default(2),
  starts: z.iso.date('must be a date such as 2026-01-31').default('2024-01-01'),
  audience: z.array(z.string()).default([]),
});

const programmeSchema = z.strictObject({
  organisation: z.strictObject({
    name,
    people: name.default('people.csv'),
    units: name.default('units.csv'),
    leavers: name.optional(),
    timezone: z.string().refine(isZone, 'is no time zone; write one such as Europe/Berlin'),
    language: z.string().refine(isLocale, 'is no language tag; write one such as en').default('en'),
    hr: z.array(z.string()).default([]),
    working_days: z
      .array(weekday)
      .min(1, 'must name at least one weekday')
      .default([...USUAL.quiet.workingDays]),
    quiet_days: z.array(days).default([]),
    holidays: z.boolean().default(USUAL.quiet.holidays),
    pings_per_month: z.int().min(1).max(60).default(USUAL.pingsPerMonth),
  }),
  minimum: floorSchema,
  exits: exitsSchema,
  campaigns: z
    .array(campaignSchema)
    .refine(
      (all) => new Set(all.map(({ id }) => id)).size === all.length,
      'has a campaign id twice',
    )
    .default([]),
});

const looseProgramme = z
  .object({
    campaigns: z
      .array(
        z.object({
          questions: campaignSchema.shape.questions.catch('pulse'),
          comment: campaignSchema.shape.comment.catch(true),
        }),
      )
      .catch([]),
  })
  .catch({ campaigns: [] });

/** Questions that there are not; what is wrong inside a survey file goes to `inSurveys`, with that file's lines. */
function* unusable(
  raw: unknown,
  readSurvey: ReadSurvey,
  inSurveys: Fault[],
): Generator<Contradiction> {
  for (const [i, { questions, comment }] of looseProgramme.parse(raw).campaigns.entries()) {
    const path = ['campaigns', i, 'questions'];
    if (typeof questions === 'string') {
      const fault = unusableFile(questions, comment, readSurvey, inSurveys);
      if (fault !== undefined) yield [path, fault];
      continue;
    }
    const unknown = [...questions.entries()].filter(([, id]) => !stockQuestion(id));
    for (const [j, id] of unknown) yield [[...path, j], `there is no stock question "${id}"`];
  }
}

function unusableFile(
  name: string,
  comment: boolean,
  readSurvey: ReadSurvey,
  inSurveys: Fault[],
): string | undefined {
  if (name in READY) return undefined;
  const text = readSurvey(name);
  if (text === undefined) {
    return `"${name}" is neither pulse nor pulse-full nor a survey file that can be read`;
  }
  const survey = parseSurvey(text, name);
  if ('faults' in survey) inSurveys.push(...survey.faults);
  else if (comment && survey.survey.questions.some(({ id }) => id === COMMENT.id)) {
    return `"${name}" has a question "${COMMENT.id}", which every round asks of itself: rename it, or set comment: false`;
  }
  return undefined;
}

const READY: Readonly<Record<string, readonly Question[]>> = {
  /** One question a driver. */
  pulse: PULSE_CORE,
  'pulse-full': PULSE_BANK,
};

function stockQuestion(id: string): Question | undefined {
  return STOCK.find((question) => question.id === id);
}

/** A ready-made set, named stock questions, or a survey file's; all known to exist. */
function questionsFor(wanted: string | readonly string[], readSurvey: ReadSurvey): Question[] {
  if (typeof wanted !== 'string') {
    return wanted.map(stockQuestion).filter((question) => question !== undefined);
  }
  const ready = READY[wanted];
  if (ready) return [...ready];
  const parsed = parseSurvey(readSurvey(wanted) ?? '', wanted);
  return 'survey' in parsed ? [...parsed.survey.questions] : [];
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
    reminders: raw.reminders,
    floor,
    ...(raw.ask_until !== undefined && { askUntil: raw.ask_until }),
    ...(raw.comment && { comment: COMMENT }),
  };
}
