/** What a test wants to go wrong with the next calls of a method. */

/**
 * `drop-before` cuts the connection with nothing done, `drop-after` once it was done; `timeout` never answers;
 * a number is that HTTP status with nothing done, `500-after` with it done; `ratelimited` says so for as many seconds,
 * as HTTP 429 or, with `status: 200`, in the body alone; another word is that error.
 */
type Failure =
  | 'drop-before'
  | 'drop-after'
  | 'timeout'
  | 'timeout-after'
  | '500-after'
  | number
  | { readonly ratelimited: number; readonly status?: 200 | 429 }
  | { readonly error: string };

/** What is done before and instead of an answer. */
export interface Plan {
  /** Whether the call takes effect. */
  readonly effect: boolean;
  readonly answer: 'drop' | 'hang' | { status: number; error: string; retryAfter?: number };
}

/** An error by its name is short for `{ error }`. */
export type Wish =
  | Failure
  | 'fatal_error'
  | 'internal_error'
  | 'token_revoked'
  | 'account_inactive';

function planFor(wish: Wish): Plan {
  if (typeof wish === 'number') return { effect: false, answer: { status: wish, error: '' } };
  if (typeof wish === 'object') {
    if ('error' in wish) return { effect: false, answer: { status: 200, error: wish.error } };
    const { ratelimited, status = 429 } = wish;
    const retryAfter = status === 429 ? { retryAfter: ratelimited } : {};
    return { effect: false, answer: { status, error: 'ratelimited', ...retryAfter } };
  }
  switch (wish) {
    case 'drop-before':
      return { effect: false, answer: 'drop' };
    case 'drop-after':
      return { effect: true, answer: 'drop' };
    case 'timeout':
      return { effect: false, answer: 'hang' };
    case 'timeout-after':
      return { effect: true, answer: 'hang' };
    case '500-after':
      return { effect: true, answer: { status: 500, error: '' } };
    default:
      return { effect: false, answer: { status: 200, error: wish } };
  }
}

export interface Failures {
  /** The next `times` calls of this method fail so. */
  next(method: string, wish: Wish, times?: number): void;
  take(method: string): Plan | undefined;
}

export function failures(): Failures {
  const planned = new Map<string, Plan[]>();
  return {
    next: (method, wish, times = 1) => {
      const more = Array.from({ length: times }, () => planFor(wish));
      planned.set(method, [...(planned.get(method) ?? []), ...more]);
    },
    take: (method) => planned.get(method)?.shift(),
  };
}
