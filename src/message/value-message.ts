/** The page that lays side by side what drives people here, why they stay, why they leave, and who would go, too. */
import { grainOf } from '../anonymity/figure.ts';
import { NUMBERS } from '../exit/exit-blocks.ts';
import type { Exposed } from '../exit/exposure.ts';
import type { Part } from '../exit/retention.ts';
import type { RetentionReport } from '../exit/retention-report.ts';
import type { ValueReport } from '../exit/value.ts';
import { BENCHMARK_SOURCE, BENCHMARKS } from '../stock/benchmarks.ts';
import { REASON } from '../stock/exit-leaving.ts';
import { STAY } from '../stock/exit-looking-back.ts';
import { GRID_HEADING, OFFER_MOST } from '../stock/exit-offer.ts';
import { WHY_US } from '../stock/stay.ts';
import { say } from '../survey/text.ts';
import { figureRows, percentOf, saidShare } from './chart.ts';
import type { Copy } from './copy.ts';
import { familyBlocks, section } from './exit-report-message.ts';
import { buttons } from './home-message.ts';
import { lineBlocks, offerBlocks } from './leaver-lines.ts';
import type { Block, Chart, ChartRow, Message } from './message.ts';
import { capital, driverName } from './statement.ts';
import { dayMonth } from './times.ts';

const MOST = { quotes: 8, parts: 8, exposed: 12 } as const;

/** `parts`: the units right below. */
export function valueMessage(
  report: ValueReport,
  parts: readonly { readonly id: string; readonly name: string }[],
  copy: Copy,
): Message {
  const { release } = copy;
  const title = release.valueTitle(report.name);
  return {
    summary: title,
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'note', text: release.valueIntro },
      ...section(release.drives, driveBlocks(report, copy)),
      ...section(release.stays, stayBlocks(report, copy)),
      ...section(release.leaves, leaveBlocks(report, copy)),
      ...section(release.exposure, exposureBlocks(report.exposure, copy)),
      ...section(release.turnover, retentionBlocks(report.retention, copy)),
      ...parts.slice(0, MOST.parts).map(({ id, name }): Block => {
        return buttons(id, [['value', `${release.morePeople}: ${name}`]]);
      }),
      buttons(report.unit, [
        ['exit-report', release.report, 'main'],
        ['mirror-ask', release.askMirror],
        ['stay-ask', release.askStay],
      ]),
    ],
  };
}

function text(said: string): Block {
  return { kind: 'text', text: said };
}

function note(said: string): Block {
  return { kind: 'note', text: said };
}

/** A picture with its rows in words. */
function chart(title: string, rows: readonly ChartRow[], legend: Chart['legend']): Chart {
  const said = rows.map((row) => `${row.label}: ${row.text}`).join('; ');
  return { kind: 'chart', title, summary: `${title}: ${said}.`, legend, rows };
}

/** Each driver, with the public benchmark in a paler row below it where there is one. */
function driveBlocks({ drives, name: part }: ValueReport, copy: Copy): Block[] {
  const { release, digest, language } = copy;
  if (drives.length === 0) return [text(release.drivesNone)];
  const { population, note: label, name } = BENCHMARK_SOURCE;
  const people = say(population, language);
  const rows = drives.flatMap(({ driver, figure, asked, timezone }) => {
    const called = capital(driverName(driver, copy) ?? driver);
    const day = dayMonth(asked, timezone, language);
    return [
      ...figureRows(figure, `${called} (${day})`, 'main', [], copy),
      ...benchmarkRows(driver, capital(people)),
    ];
  });
  const compared = rows.some(({ emphasis }) => emphasis === 'reference');
  const source = `${say(label, language)}; ${name}, ${latestYear()}`;
  return [
    chart(part, rows, digest.legend),
    ...(compared ? [note(release.benchmark(people, source))] : []),
  ];
}

function benchmarkRows(driver: string, label: string): ChartRow[] {
  const scores = BENCHMARKS.find((each) => each.driver === driver)?.scores ?? {};
  const share = Object.values(scores).at(-1);
  if (share === undefined) return [];
  return [
    {
      label,
      text: percentOf(share),
      emphasis: 'reference',
      figure: { kind: 'share', favourable: share },
    },
  ];
}

function latestYear(): string {
  return Object.keys(BENCHMARKS[0]?.scores ?? {}).at(-1) ?? '';
}

function stayBlocks({ stays, whyUs }: ValueReport, copy: Copy): Block[] {
  if (stays.length === 0 && whyUs.length === 0) return [text(copy.release.staysNone)];
  const quotes = whyUs.slice(0, MOST.quotes).map((said): Block => ({ kind: 'quote', text: said }));
  return [
    ...stays.flatMap((line) => lineBlocks(line, copy)),
    ...(quotes.length > 0 ? [text(say(WHY_US.text, copy.language)), ...quotes] : []),
  ];
}

function leaveBlocks({ exits }: ValueReport, copy: Copy): Block[] {
  const { release, language } = copy;
  const lines = [REASON, STAY].flatMap(({ id }) =>
    (exits?.lines ?? []).filter(({ question }) => question.id === id),
  );
  const most = exits?.lines.filter(({ question }) => question.id === OFFER_MOST.id) ?? [];
  const told = [
    ...lines.flatMap((line) => lineBlocks(line, copy)),
    ...(exits?.offers ? offerBlocks(exits.offers, say(GRID_HEADING, language), copy) : []),
    ...most.flatMap((line) => lineBlocks(line, copy)),
    ...familyBlocks(exits?.families ?? [], copy),
  ];
  return told.length > 0 ? told : [text(release.leavesNone)];
}

function exposureBlocks(exposure: readonly Exposed[], copy: Copy): Block[] {
  const { release, language } = copy;
  if (exposure.length === 0) return [text(release.exposureNone)];
  const questions = new Map(exposure.map(({ question }) => [question.id, question]));
  return [...questions.values()].flatMap((question): Block[] => {
    const asked = exposure.filter((each) => each.question.id === question.id);
    const told = asked.slice(0, MOST.exposed);
    const rows = told.flatMap((each) => exposedRow(each, copy));
    const few = told.filter(({ share }) => !share).map(({ name }) => name);
    const sentences = told.flatMap(({ name, share }) => {
      if (!share) return [];
      const { would, from, to } = share;
      const said = saidShare(would, grainOf(share), copy);
      return [release.exposed(name, said, percentOf(from), percentOf(to))];
    });
    const title = say(question.text, language);
    return [
      ...(rows.length > 0 ? [chart(title, rows, copy.digest.legend)] : [text(title)]),
      ...sentences.map(text),
      ...(few.length > 0 ? [note(`${few.join(', ')}: ${release.exposureFew(NUMBERS)}`)] : []),
    ];
  });
}

function exposedRow({ name, share, asked, timezone }: Exposed, copy: Copy): ChartRow[] {
  if (!share) return [];
  const { would, perhaps, not } = share;
  const grain = grainOf(share);
  const [go, open, stay] = [would, perhaps, not].map((each) => saidShare(each, grain, copy)) as [
    string,
    string,
    string,
  ];
  return [
    {
      label: `${name} (${dayMonth(asked, timezone, copy.language)})`,
      text: copy.release.wouldGo(go, open, stay),
      emphasis: 'main',
      figure: { kind: 'distribution', unfavourable: would, neutral: perhaps, favourable: not },
    },
  ];
}

function retentionBlocks(
  { months, turnover, firstYear, regretted, curve }: RetentionReport,
  copy: Copy,
): Block[] {
  const { release } = copy;
  const rows = curve.map(({ months: after, stay, low, high }): ChartRow => {
    const [here, from, to] = [stay, low, high].map((each) => Math.round(100 * each));
    const said = release.interval(percentOf(here ?? 0), percentOf(from ?? 0), percentOf(to ?? 0));
    return {
      label: release.stayed(after),
      text: said,
      emphasis: 'main',
      figure: { kind: 'share', favourable: here ?? 0 },
    };
  });
  const legend = copy.digest.legend;
  return [
    text(turnoverText(turnover, months, copy)),
    ...(firstYear ? [text(release.firstYear(shareText(firstYear)))] : []),
    ...(regretted ? [text(release.regretted(shareText(regretted)))] : []),
    ...(rows.length > 0 ? [chart(release.tenure, rows, legend)] : []),
    note(release.retentionRules),
  ];
}

function turnoverText(
  turnover: RetentionReport['turnover'],
  months: number,
  { release, language }: Copy,
): string {
  switch (turnover.said) {
    case 'rate': {
      const rate = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
      return release.rate(`${rate.format(turnover.rate)}\u00A0%`, months);
    }
    case 'count':
      return release.count(turnover.leavers, months);
    case 'nothing':
      return release.noRate[turnover.because];
  }
}

function shareText({ part, whole }: Part): string {
  return percentOf(Math.round((100 * part) / whole));
}
