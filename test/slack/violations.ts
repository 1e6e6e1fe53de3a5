/** What Slack would refuse in a message or a view, by path. */
import { limits } from '../../adapters/slack/limits.ts';

type Json = Readonly<Record<string, unknown>>;
type Report = (path: string, what: string) => void;

export function violations(payload: object): string[] {
  const found: string[] = [];
  const report: Report = (path, what) => void found.push(`${path}: ${what}`);
  const json = JSON.parse(JSON.stringify(payload)) as Json;
  const blocks = list(json.blocks);
  if (json.type === undefined) message(json, blocks, report);
  else view(json, blocks, report);
  for (const [i, block] of blocks.entries()) checkBlock(block, `/blocks/${i}`, json.type, report);
  unique(
    blocks.flatMap(({ block_id }) => block_id ?? []),
    '/blocks',
    'block_id',
    report,
  );
  walk(json, '', report);
  return found;
}

function message(json: Json, blocks: readonly Json[], report: Report): void {
  most(blocks.length, limits.messageBlocks, '/blocks', report);
  most(JSON.stringify(blocks).length, limits.messageSize, '/blocks as JSON', report);
  text(json.text, limits.summary, '/text', report);
  if (/<|>|&(?!amp;|lt;|gt;)/.test(String(json.text))) report('/text', 'not escaped');
  const charts = blocks.filter(({ type }) => type === 'data_visualization');
  most(charts.length, limits.chartsPerMessage, '/blocks of charts', report);
}

function view(json: Json, blocks: readonly Json[], report: Report): void {
  most(blocks.length, limits.viewBlocks, '/blocks', report);
  most(Buffer.byteLength(JSON.stringify(json)), limits.viewBytes, '', report);
  if (json.type === 'home') return;
  object(json.title, limits.title, '/title', report);
  if (json.close !== undefined) object(json.close, limits.close, '/close', report);
  if (json.submit !== undefined) object(json.submit, limits.submit, '/submit', report);
  else if (blocks.some(({ type }) => type === 'input')) report('/submit', 'missing');
  most(String(json.private_metadata ?? '').length, limits.metadata, '/private_metadata', report);
}

function checkBlock(block: Json, path: string, surface: unknown, report: Report): void {
  const elements = list(block.elements);
  switch (block.type) {
    case 'header':
      object(block.text, limits.header, `${path}/text`, report);
      break;
    case 'section':
      object(block.text, limits.text, `${path}/text`, report);
      break;
    case 'context':
      between(elements.length, 1, 10, `${path}/elements`, report);
      break;
    case 'rich_text':
      between(elements.length, 1, Number.POSITIVE_INFINITY, `${path}/elements`, report);
      break;
    case 'actions':
      between(elements.length, 1, limits.buttons, `${path}/elements`, report);
      unique(
        elements.map(({ action_id }) => action_id),
        path,
        'action_id',
        report,
      );
      break;
    case 'input':
      if (surface === undefined) report(path, 'input in a message');
      object(block.label, limits.label, `${path}/label`, report);
      if (block.hint !== undefined) object(block.hint, limits.hint, `${path}/hint`, report);
      checkInput(block.element as Json, `${path}/element`, report);
      break;
    case 'data_visualization':
      if (surface !== undefined) report(path, 'chart outside of a message');
      checkChart(block, path, report);
      break;
    default:
      report(path, `unknown block ${block.type}`);
  }
}

function checkInput(element: Json, path: string, report: Report): void {
  if (element.type === 'plain_text_input') {
    between(Number(element.max_length), 1, limits.input, `${path}/max_length`, report);
    most(String(element.initial_value ?? '').length, Number(element.max_length), path, report);
    return;
  }
  const groups = element.option_groups ? list(element.option_groups) : [element];
  const menu = element.type === 'static_select' || element.type === 'multi_static_select';
  between(groups.length, 1, limits.optionGroups, `${path}/option_groups`, report);
  const options = groups.flatMap((group) => {
    if (group.label) object(group.label, limits.option, `${path}/option_groups`, report);
    const own = list(group.options);
    between(own.length, 1, menu ? limits.options : limits.choices, `${path}/options`, report);
    return own;
  });
  for (const option of options) {
    object(option.text, limits.option, `${path}/options`, report);
    between(String(option.value).length, 1, limits.optionValue, `${path}/options`, report);
  }
  const whole = new Set(options.map((option) => JSON.stringify(option)));
  const initial = [...list(element.initial_options), ...list([element.initial_option])];
  for (const option of initial.filter(Boolean)) {
    if (!whole.has(JSON.stringify(option))) report(path, 'initial option is not offered');
  }
}

function checkChart(block: Json, path: string, report: Report): void {
  text(block.title, limits.chartTitle, `${path}/title`, report);
  const chart = block.chart as Json;
  const { categories } = chart.axis_config as { categories: string[] };
  between(categories.length, 1, limits.chartPoints, `${path}/categories`, report);
  unique(categories, path, 'category', report);
  const series = list(chart.series);
  between(series.length, 1, limits.chartSeries, `${path}/series`, report);
  unique(
    series.map(({ name }) => name),
    path,
    'series',
    report,
  );
  for (const name of [...categories, ...series.map((each) => each.name)]) {
    text(name, limits.chartName, `${path}/names`, report);
  }
  for (const { data } of series) {
    const labels = list(data).map(({ label }) => label);
    if (JSON.stringify(labels) !== JSON.stringify(categories)) report(path, 'labels differ');
  }
}

/** What holds wherever it stands: ids, buttons, texts. */
function walk(value: unknown, path: string, report: Report): void {
  if (typeof value === 'string' && /\p{Cs}/u.test(value)) report(path, 'half of a character');
  if (typeof value !== 'object' || value === null) return;
  const it = value as Json;
  checkObject(it, path, report);
  for (const key of ['block_id', 'action_id', 'callback_id']) {
    if (it[key] !== undefined) text(it[key], limits.id, `${path}/${key}`, report);
  }
  for (const [key, inner] of Object.entries(it)) walk(inner, `${path}/${key}`, report);
}

function checkObject(it: Json, path: string, report: Report): void {
  switch (it.type) {
    case 'plain_text':
      text(it.text, limits.text, path, report);
      break;
    case 'text':
      // Rich text: a line break is a text of its own.
      between(String(it.text).length, 1, limits.text, path, report);
      break;
    case 'mrkdwn':
      report(path, 'text that is read as markup');
      break;
    case 'button':
      object(it.text, limits.button, `${path}/text`, report);
      most(String(it.value ?? '').length, limits.buttonValue, `${path}/value`, report);
      text(it.accessibility_label ?? 'none', limits.accessibilityLabel, path, report);
  }
}

function object(value: unknown, limit: number, path: string, report: Report): void {
  text((value as Json | undefined)?.text, limit, path, report);
}

function text(value: unknown, limit: number, path: string, report: Report): void {
  if (typeof value !== 'string') report(path, 'no text');
  else if (value.trim() === '') report(path, 'empty');
  else most(value.length, limit, path, report);
}

function most(size: number, limit: number, path: string, report: Report): void {
  if (!(size <= limit)) report(path, `${size} is over ${limit}`);
}

function between(size: number, low: number, high: number, path: string, report: Report): void {
  if (!(size >= low && size <= high)) report(path, `${size} is not within ${low} and ${high}`);
}

function unique(names: readonly unknown[], path: string, what: string, report: Report): void {
  if (new Set(names).size !== names.length) report(path, `${what} twice`);
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
