/** The second wave's page: plain HTTP behind a personal link, without a script, an account or a cookie. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Visit } from '../../src/exit/visit.ts';
import { type VisitCopy, visitCopy } from '../../src/message/copy-visit.ts';
import { copyFor } from '../../src/message/languages.ts';
import type { Fields } from '../../src/message/reply.ts';
import { addressOf } from '../address.ts';
import { atMostOnceAMinute } from '../seldom.ts';
import { limits } from './limits.ts';
import { renderVisit, renderWords } from './page.ts';
import { readForm } from './read-form.ts';
import { calendarFile } from './reminder.ts';
import { type Answer, end } from './respond.ts';
import { tooOften } from './too-often.ts';

export interface LaterOptions {
  readonly clock: () => Date;
  /** One line for the operator; it names nobody, and no link. */
  readonly tell: (line: string) => void;
  /** Where this page is reached from outside: the calendar file leads there. */
  readonly site?: string;
  /** Milliseconds, for what is counted by the minute. */
  readonly now?: () => number;
}

/** `Soundings.visit`. */
export type Visiting = (token: string, fields: Fields | undefined) => Promise<Visit>;

type Requests = (request: IncomingMessage, response: ServerResponse) => void;

/** `GET` and `POST /later/TOKEN`, and `GET /later/TOKEN/reminder.ics`. */
export function later(visit: Visiting, options: LaterOptions): Requests {
  const tell = atMostOnceAMinute(options.tell);
  const isTooOften = tooOften(options.now);
  return (request, response) => {
    const asked = askedBy(request);
    const words = visitCopy(asked.locale);
    const say = (status: number, text: string): Answer => {
      return { status, page: renderWords(copyFor(asked.locale).language, text) };
    };
    const answer = async (): Promise<Answer> => {
      if (isTooOften(asked.token, addressOf(request))) return say(429, words.tooOften);
      return request.method === 'POST'
        ? take(visit, asked, request, say)
        : read(visit, asked, request, options);
    };
    answer().then(
      (answered) => end(request, response, answered),
      (error: unknown) => {
        // Its message may quote what was sent.
        const name = error instanceof Error ? error.name : 'error';
        tell(`The second wave’s page could not answer (${name}). The person was told.`);
        end(request, response, say(503, words.failed));
      },
    );
  };
}

interface Asked {
  /** Empty where the address has none: nobody's. */
  readonly token: string;
  readonly wantsFile: boolean;
  /** What the browser speaks, for words to whom we do not know. */
  readonly locale: string;
}

const PATH = new RegExp(`^/later/([\\w-]{1,${limits.token}})(/reminder\\.ics)?$`);

function askedBy({ url = '', headers }: IncomingMessage): Asked {
  const [, token = '', file] = PATH.exec(url.split('?', 1)[0] ?? '') ?? [];
  const locale = headers['accept-language']?.split(/[,;]/, 1)[0]?.trim() ?? 'en';
  return { token, wantsFile: file !== undefined, locale };
}

/** `not-yet` is no error: the page says when. */
const STATUS: Readonly<Record<Visit['status'], number>> = {
  ok: 200,
  'not-yet': 200,
  over: 410,
  used: 410,
  unknown: 404,
};

function shown(visit: Visit, token: string, sent?: Fields): Answer {
  const { status, again = false, faults = {}, opensAt, language } = visit;
  const isFaulty = Object.keys(faults).length > 0;
  const words: VisitCopy = visitCopy(language);
  const page = renderVisit(visit, words, {
    ...(again && sent && { sent: { fields: sent, faults } }),
    ...(opensAt && { reminder: `${token}/reminder.ics` }),
  });
  return { status: isFaulty ? 422 : STATUS[status], page };
}

/** What other sites' pages send is not taken, though they would have to know the link. */
async function take(
  visit: Visiting,
  { token, wantsFile, locale }: Asked,
  request: IncomingMessage,
  say: (status: number, text: string) => Answer,
): Promise<Answer> {
  const from = request.headers['sec-fetch-site'];
  const isForeign = from !== undefined && from !== 'same-origin' && from !== 'none';
  if (wantsFile || isForeign) return { status: wantsFile ? 405 : 403 };
  const form = await readForm(request);
  if (form === 'too-much') return say(413, visitCopy(locale).tooMuch);
  if (form === 'no-form') return { status: 415 };
  const after = await visit(token, form.fields);
  if (after.form === undefined || after.again) return shown(after, token, form.fields);
  // A page that may be loaded again, unless it says something that is said only once.
  const reloaded = await visit(token, undefined);
  const isKept = JSON.stringify(reloaded) === JSON.stringify(after);
  return isKept ? { status: 303, location: token } : shown(after, token);
}

async function read(
  visit: Visiting,
  asked: Asked,
  { method }: IncomingMessage,
  options: LaterOptions,
): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405 };
  if (asked.wantsFile) return file(visit, asked, options);
  return shown(await visit(asked.token, undefined), asked.token);
}

async function file(
  visit: Visiting,
  { token }: Asked,
  { clock, site }: LaterOptions,
): Promise<Answer> {
  const { opensAt, page, ...rest } = await visit(token, undefined);
  if (!opensAt) {
    return rest.status === 'ok'
      ? { status: 303, location: `../${token}` }
      : shown({ ...rest, page }, token);
  }
  const url = site === undefined ? {} : { url: `${site.replace(/\/+$/, '')}/later/${token}` };
  const calendar = calendarFile({ token, opensAt, summary: page.summary, ...url }, clock());
  return { status: 200, calendar };
}
