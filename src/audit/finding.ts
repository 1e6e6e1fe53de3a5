/** What an audit says: one line each, in words for an operator, without names and answers. */

type Level = 'ok' | 'warning' | 'fault';

/** In the order in which they are told. */
export const CHECKS = [
  'tables',
  'rows',
  'interviews',
  'files',
  'permissions',
  'keys',
  'pools',
  'ledger',
  'differences',
  'audit log',
  'thresholds',
] as const;
export type Check = (typeof CHECKS)[number];

export interface Finding {
  readonly check: Check;
  readonly level: Level;
  readonly says: string;
}

export function fault(check: Check, says: string): Finding {
  return { check, level: 'fault', says };
}

export function warning(check: Check, says: string): Finding {
  return { check, level: 'warning', says };
}

export function ok(check: Check, says: string): Finding {
  return { check, level: 'ok', says };
}

/** What is wrong, or else that nothing is. */
export function judged(check: Check, wrong: readonly Finding[], fine: string): readonly Finding[] {
  return wrong.length > 0 ? wrong : [ok(check, fine)];
}

/** `1 round`, `2 rounds`; another plural where it is given. */
export function many(n: number, one: string, more = `${one}s`): string {
  return `${n} ${n === 1 ? one : more}`;
}
