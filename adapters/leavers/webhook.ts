/** Where an HR system announces leavers: signed requests, all or none of what each says. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AnnouncementFault, IN_WORDS } from '../../src/exit/announcement.ts';
import { readBody } from '../body.ts';
import { atMostOnceAMinute } from '../seldom.ts';
import { type FieldFault, parseAnnouncements } from './parse-announcements.ts';
import { isSigned } from './signature.ts';

/** Bytes: a thousand leavers, and more. */
const LIMIT = 256 * 1024;

export interface WebhookOptions {
  /** What both sides know, at least 32 characters. */
  readonly secret: string;
  readonly clock: () => Date;
  /** `Soundings.announce`. */
  readonly announce: (
    source: string,
    announcements: ReturnType<typeof parseAnnouncements>['announcements'],
  ) => Promise<
    | { readonly faults: ReadonlyMap<number, readonly AnnouncementFault[]> }
    | { readonly announced: number }
  >;
  /** One line for the operator; it names nobody. */
  readonly tell: (line: string) => void;
}

/** Under which name it is on record. */
const SOURCE = 'webhook';

export function leaversWebhook(
  options: WebhookOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const tell = atMostOnceAMinute(options.tell);
  return (request, response) => {
    answer({ ...options, tell }, request).then(
      ({ status, body }) => end(response, status, body),
      (error: unknown) => {
        // Its message may quote what was sent.
        const name = error instanceof Error ? error.name : 'error';
        tell(`Leavers sent by an HR system could not be taken (${name}).`);
        end(response, 503);
      },
    );
  };
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

async function answer(
  { secret, clock, announce, tell }: WebhookOptions,
  request: IncomingMessage,
): Promise<Answer> {
  if (request.method !== 'POST') return { status: 405 };
  const bytes = await readBody(request, LIMIT);
  if (!bytes) return { status: 413 };
  // Whoever can't sign learns nothing else.
  if (!isSigned(bytes, request.headers['x-soundings-signature'], secret, clock())) {
    tell('A request to /leavers was refused: its signature or its time is not right.');
    return { status: 401 };
  }
  const parsed = parse(bytes);
  if (parsed === undefined) {
    return { status: 400, body: { error: 'The body must be JSON, in UTF-8.' } };
  }
  const { announcements, faults: own } = parseAnnouncements(parsed);
  if (announcements.length === 0) return { status: 422, body: { faults: own } };
  const outcome = await announce(SOURCE, announcements);
  if (!('faults' in outcome)) return { status: 200, body: outcome };
  const found = fromCheck(outcome.faults).filter((each) => !own.some(isSamePlace(each)));
  return { status: 422, body: { faults: [...own, ...found].sort((a, b) => a.index - b.index) } };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function fromCheck(faults: ReadonlyMap<number, readonly AnnouncementFault[]>): FieldFault[] {
  return [...faults].flatMap(([index, each]) =>
    each.flatMap((fault): FieldFault[] => {
      if (fault === 'faulty') return [];
      const [field, says] = IN_WORDS[fault];
      return [{ index, field, says }];
    }),
  );
}

/** What can't be read is told once. */
function isSamePlace(a: FieldFault): (b: FieldFault) => boolean {
  return (b) => a.index === b.index && (a.field === b.field || b.field === '');
}

function end(response: ServerResponse, status: number, body?: unknown): void {
  if (response.destroyed) return;
  const head = {
    'cache-control': 'no-store',
    ...(status === 405 && { allow: 'POST' }),
    // Of what is too long the rest is not read.
    ...(status === 413 && { connection: 'close' }),
  };
  if (body === undefined) response.writeHead(status, head).end();
  else {
    response.writeHead(status, { ...head, 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(body));
  }
}
