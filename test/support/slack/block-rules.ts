/** Rules that a JSON value is held against, and the faults they leave, in the words and pointers that Slack uses. */
export type Json = Record<string, unknown>;
export type Surface = 'message' | 'modal' | 'home';

/** One walk over the blocks of a message or view. */
export interface Walk {
  readonly surface: Surface;
  /** Whether this workspace knows charts yet. */
  readonly charts: boolean;
  readonly faults: string[];
  readonly blockIds: Set<string>;
  readonly counts: Record<'focus' | 'chart' | 'table' | 'markdown' | 'tableChars', number>;
}

export type Rule = (value: unknown, at: string, walk: Walk) => void;

export function fault(walk: Walk, says: string, at: string): void {
  walk.faults.push(`${says} [json-pointer:${at}]`);
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const anything: Rule = () => undefined;

export const bool: Rule = (value, at, walk) => {
  if (typeof value !== 'boolean') fault(walk, 'must provide a boolean', at);
};

export function str(max: number, min = 1): Rule {
  return (value, at, walk) => {
    if (typeof value !== 'string') return fault(walk, 'must provide a string', at);
    if (value.length < min) fault(walk, `must be more than ${min - 1} characters`, at);
    if (value.length > max) fault(walk, `must be less than ${max + 1} characters`, at);
  };
}

export function like(pattern: RegExp, what: string): Rule {
  return (value, at, walk) => {
    if (typeof value !== 'string' || !pattern.test(value)) fault(walk, `must be ${what}`, at);
  };
}

export function num(min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): Rule {
  return (value, at, walk) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return fault(walk, 'must provide a number', at);
    }
    if (value < min || value > max) fault(walk, `must be between ${min} and ${max}`, at);
  };
}

export function among(...values: readonly unknown[]): Rule {
  return (value, at, walk) => {
    if (!values.includes(value)) fault(walk, `must be one of ${values.join(', ')}`, at);
  };
}

export function list(min: number, max: number, item: Rule): Rule {
  return (value, at, walk) => {
    if (!Array.isArray(value)) return fault(walk, 'must provide an array', at);
    if (value.length < min) fault(walk, `no fewer than ${min} items allowed`, at);
    if (value.length > max) fault(walk, `no more than ${max} items allowed`, at);
    for (const [index, each] of value.entries()) item(each, `${at}/${index}`, walk);
  };
}

export type Fields = Readonly<Record<string, Rule>>;

/** An object with these fields and no others; `also` looks at the whole once the parts are right. */
export function shape(
  required: Fields,
  optional: Fields = {},
  also?: (node: Json, at: string, walk: Walk) => void,
): Rule {
  const known = new Map(Object.entries({ ...required, ...optional }));
  const needed = Object.keys(required);
  return (value, at, walk) => {
    if (!isJson(value)) return fault(walk, 'must provide an object', at);
    const before = walk.faults.length;
    for (const name of needed.filter((each) => value[each] === undefined)) {
      fault(walk, `missing required field: ${name}`, at);
    }
    parts(known, value, at, walk);
    if (walk.faults.length === before) also?.(value, at, walk);
  };
}

function parts(known: ReadonlyMap<string, Rule>, node: Json, at: string, walk: Walk): void {
  for (const [name, field] of Object.entries(node)) {
    if (field === undefined || name === 'type') continue;
    const rule = known.get(name);
    if (rule) rule(field, `${at}/${name}`, walk);
    else fault(walk, `invalid additional property: ${name}`, at);
  }
}

/** Tells by `type` which rule holds. */
export function kinds(rules: Fields): Rule {
  return (value, at, walk) => {
    if (!isJson(value)) return fault(walk, 'must provide an object', at);
    const type = value.type;
    if (type === undefined) return fault(walk, 'missing required field: type', at);
    const rule = typeof type === 'string' && Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (rule) rule(value, at, walk);
    else fault(walk, `unsupported type: ${String(type)}`, `${at}/type`);
  };
}

/** One of these fields, and only one. */
export function oneOf(...names: readonly string[]) {
  return (node: Json, at: string, walk: Walk): void => {
    const given = names.filter((name) => node[name] !== undefined);
    if (given.length !== 1) fault(walk, `must provide exactly one of ${names.join(', ')}`, at);
  };
}
