/** What released exits say of a part of the company, in words and pictures. */
import { RELEASE } from '../ballot/comments.ts';
import { NUMBERS } from '../exit/exit-blocks.ts';
import type { ExitReport, Family, Line } from '../exit/exit-report.ts';
import { BENCHMARK_SOURCE } from '../stock/benchmarks.ts';
import { FURTHER, REASON, THOUGHT, TRIGGER } from '../stock/exit-leaving.ts';
import { RECOMMEND_HERE, RETURN, STAY } from '../stock/exit-looking-back.ts';
import {
  GRID_HEADING,
  OFFER,
  OFFER_BAND,
  OFFER_EMPLOYER,
  OFFER_MOST,
} from '../stock/exit-offer.ts';
import { REASON_BENCHMARKS, REASON_SOURCE } from '../stock/reasons.ts';
import { say } from '../survey/text.ts';
import { percentOf } from './chart.ts';
import type { Copy } from './copy.ts';
import { buttons } from './home-message.ts';
import { type Besides, lineBlocks, offerBlocks, offerWords, wordsOf } from './leaver-lines.ts';
import type { Block, ChartRow, Message } from './message.ts';
import { capital } from './statement.ts';
import { dayMonth } from './times.ts';

/** A page has a hundred blocks. */
const MOST = { quotes: 20, families: 12, parts: 6 } as const;

/** `parts`: units below that have something to read. `zone`: in which dates are told. */
export function exitReportMessage(
  report: ExitReport,
  parts: readonly { readonly id: string; readonly name: string }[],
  zone: string,
  copy: Copy,
): Message {
  const { release } = copy;
  const title = release.title(report.name);
  const told = [
    ...section(release.why, [
      ...linesOf(report, [REASON.id], copy, benchmarkRows(copy)),
      ...benchmarkNote(report, copy),
      ...linesOf(report, [FURTHER.id], copy),
    ]),
    ...section(release.came, linesOf(report, [THOUGHT.id, TRIGGER.id], copy)),
    ...section(release.kept, linesOf(report, [STAY.id], copy)),
    ...section(release.offers, offerSection(report, copy)),
    ...section(release.lookingBack, linesOf(report, [RETURN.id, RECOMMEND_HERE.id], copy)),
    ...section(release.later, laterBlocks(report, copy)),
    ...section(release.families, familyBlocks(report.families, copy)),
    ...section(release.inWords, quoteBlocks(report, copy)),
  ];
  const date = dayMonth(report.newest, zone, copy.language);
  const nothing = release.nothing(report.name, report.floor);
  return {
    summary: title,
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'text', text: told.length > 0 ? release.basis(date) : nothing },
      ...told,
      { kind: 'note', text: release.rules(NUMBERS, report.floor) },
      ...(report.hr
        ? [note(release.wordsRule(RELEASE.answers, RELEASE.commenters)), note(release.waits)]
        : []),
      ...parts.slice(0, MOST.parts).map(({ id, name }): Block => {
        return buttons(id, [['exit-report', `${release.report}: ${name}`]]);
      }),
      ...(report.hr
        ? [
            buttons(report.unit, [
              ['value', release.value, 'main'],
              ['mirror-ask', release.askMirror],
              ['stay-ask', release.askStay],
            ]),
          ]
        : []),
    ],
  };
}

function note(text: string): Block {
  return { kind: 'note', text };
}

/** Nothing where there is nothing to say. */
export function section(heading: string, blocks: readonly Block[]): Block[] {
  return blocks.length > 0 ? [{ kind: 'heading', text: heading }, ...blocks] : [];
}

function linesOf(
  { lines }: { readonly lines: readonly Line[] },
  ids: readonly string[],
  copy: Copy,
  besides?: Besides,
): Block[] {
  return ids.flatMap((id) => {
    const line = lines.find(({ question }) => question.id === id);
    return line ? lineBlocks(line, copy, besides) : [];
  });
}

function offerSection(report: ExitReport, copy: Copy): Block[] {
  const heading = say(GRID_HEADING, copy.language);
  return [
    ...linesOf(report, [OFFER.id], copy),
    ...(report.offers ? offerBlocks(report.offers, heading, copy) : []),
    ...linesOf(report, [OFFER_MOST.id, OFFER_BAND.id, OFFER_EMPLOYER.id], copy),
  ];
}

function benchmarkRows(copy: Copy): Besides {
  const label = capital(say(BENCHMARK_SOURCE.population, copy.language));
  return (option) =>
    REASON_BENCHMARKS.filter(({ reason }) => reason === option).map(({ percent }): ChartRow => {
      const share = Math.round(percent);
      return {
        label,
        text: percentOf(share),
        emphasis: 'reference',
        figure: { kind: 'share', favourable: share },
      };
    });
}

/** Where it came from, under what has a benchmark in it. */
function benchmarkNote({ lines }: ExitReport, copy: Copy): Block[] {
  const said = lines.find(({ question }) => question.id === REASON.id)?.said;
  if (said?.shown !== 'figure') return [];
  const { population, note: label, name, year } = REASON_SOURCE;
  const source = `${say(label, copy.language)}; ${name}, ${year}`;
  return [note(copy.release.benchmark(say(population, copy.language), source))];
}

function laterBlocks({ later }: ExitReport, copy: Copy): Block[] {
  const { release, language } = copy;
  return later.map(({ door, later: then }) => {
    const told = [
      `${capital(release.door)}: ${wordsOf(door, copy)}`,
      `${capital(release.monthsLater)}: ${wordsOf(then, copy)}`,
    ];
    return { kind: 'text', text: [say(door.question.text, language), ...told].join('\n') };
  });
}

export function familyBlocks(families: readonly Family[], copy: Copy): Block[] {
  return families.slice(0, MOST.families).map(({ name, lines, offers }) => {
    const size = Math.max(
      ...[...lines.map(({ said }) => said), ...(offers ? [offers] : [])].map(
        ({ atLeast }) => atLeast,
      ),
    );
    const told = lines.map(
      (line) => `${say(line.question.text, copy.language)} ${wordsOf(line, copy)}`,
    );
    const all = [...told, ...(offers ? [offerWords(offers, copy)] : [])];
    return {
      kind: 'text',
      text: [`${name} (${copy.release.atLeast(size)}):`, ...all].join('\n'),
    };
  });
}

/** Shuffled when they were released. */
function quoteBlocks({ verbatims }: ExitReport, copy: Copy): Block[] {
  return verbatims.flatMap(({ question, texts }): Block[] => [
    { kind: 'text', text: say(question.text, copy.language) },
    ...texts.slice(0, MOST.quotes).map((text): Block => ({ kind: 'quote', text })),
    ...(texts.length > MOST.quotes ? [note(copy.admin.more(texts.length - MOST.quotes))] : []),
  ]);
}
