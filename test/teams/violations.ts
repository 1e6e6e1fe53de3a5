/** What is wrong with a card: Microsoft's own parser, and the rules that Teams and people who see little need. */
import { createRequire } from 'node:module';
import { limits } from '../../adapters/teams/limits.ts';

interface Parsed {
  hostConfig: unknown;
  parse(card: unknown, context: Context): void;
  validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
}
interface Context {
  readonly eventCount: number;
  getEventAt(index: number): { readonly message: string };
}
interface AdaptiveCards {
  readonly AdaptiveCard: new () => Parsed;
  readonly HostConfig: new (config: object) => unknown;
  readonly SerializationContext: new (version: unknown) => Context;
  readonly Versions: { readonly v1_5: unknown };
}

// Its module for `import` does not load in Node.
const require = createRequire(import.meta.url);
const parser: AdaptiveCards = require('adaptivecards/dist/adaptivecards.js');

const TEAMS_ONLY =
  /^(Input\.Rating|Rating|Badge|Icon|Carousel|ProgressBar|ProgressRing|CodeBlock|Chart\..+)$/;

type Json = Readonly<Record<string, unknown>>;

export function violations(card: object): string[] {
  const json = JSON.parse(JSON.stringify(card)) as Json;
  const found = parserFaults(json);
  const size = JSON.stringify(json).length;
  if (size > limits.card) found.push(`size: ${size}`);
  if (json.version !== '1.5') found.push('version: Teams shows fallbackText instead');
  for (const key of ['fallbackText', 'speak']) {
    if (!isText(json[key])) found.push(`${key}: empty`);
  }
  const ids: unknown[] = [];
  walk(json, (node) => {
    if (String(node.type).startsWith('Input.')) ids.push(node.id);
    found.push(...faultsOf(node));
  });
  if (new Set(ids).size !== ids.length) found.push('inputs: an id twice');
  return found;
}

function parserFaults(json: Json): string[] {
  const context = new parser.SerializationContext(parser.Versions.v1_5);
  const card = new parser.AdaptiveCard();
  card.hostConfig = new parser.HostConfig({ actions: { maxActions: limits.buttonsPerRow } });
  card.parse(json, context);
  const events = Array.from(
    { length: context.eventCount },
    (_, i) => context.getEventAt(i).message,
  );
  const known = events.filter((message) => {
    const [, type = ''] = /Unknown element type "([^"]+)"/.exec(message) ?? [];
    return !TEAMS_ONLY.test(type);
  });
  const validated = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...known, ...validated].map((message) => `parser: ${message}`);
}

function walk(value: unknown, see: (node: Json) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) see(value as Json);
  for (const inner of Object.values(value)) walk(inner, see);
}

const TEXTS = ['text', 'title', 'label', 'errorMessage', 'legend', 'x'];

function faultsOf(node: Json): string[] {
  const type = String(node.type ?? '');
  const { actions = [] } = node as { actions?: unknown[] };
  const broken = Object.values(node).some(
    (each) => typeof each === 'string' && /\p{Cs}/u.test(each),
  );
  return [
    ...TEXTS.filter((key) => node[key] !== undefined && !isText(node[key])).map(
      (key) => `empty ${key}`,
    ),
    ...(broken ? ['half of a character'] : []),
    ...(actions.length > limits.buttonsPerRow ? ['more actions than are shown'] : []),
    ...typeFaults(type, node),
  ].map((fault) => `${type || 'part'}: ${fault}`);
}

function typeFaults(type: string, node: Json): string[] {
  if (TEAMS_ONLY.test(type)) return teamsOnlyFaults(type, node);
  if (type.startsWith('Input.')) return inputFaults(node);
  switch (type) {
    case 'TextBlock':
      return node.wrap === true ? [] : ['no wrap'];
    case 'Image':
      return node.altText === undefined ? ['no altText'] : [];
    case 'Action.Execute':
      return isSame(node, node.fallback as Json) ? [] : ['no submit with the same data'];
    default:
      return [];
  }
}

function teamsOnlyFaults(type: string, { fallback, title }: Json): string[] {
  const nameless = type.startsWith('Chart.') && !title;
  return [...(fallback ? [] : ['no fallback']), ...(nameless ? ['no title for a name'] : [])];
}

function inputFaults(node: Json): string[] {
  const choices = (node.choices ?? []) as { value: string }[];
  return [
    ...(node.label ? [] : ['no label']),
    ...(String(node.id).includes(':') ? [] : ['an id that may clash with a button’s data']),
    ...(node.isRequired && !node.errorMessage ? ['required without errorMessage'] : []),
    ...(choices.some(({ value }) => value === '' || value.includes(',')) ? ['a bad value'] : []),
    ...(new Set(choices.map(({ value }) => value)).size === choices.length ? [] : ['value twice']),
  ];
}

function isSame(execute: Json, fallback: Json | undefined): boolean {
  return (
    fallback?.type === 'Action.Submit' &&
    fallback.title === execute.title &&
    JSON.stringify(fallback.data) === JSON.stringify(execute.data)
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && /[^\s\p{Cf}]/u.test(value);
}
