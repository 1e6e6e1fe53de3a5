/** The process's clock: the machine's, or one that started elsewhere and can be moved forward. */

export interface Clock {
  now(): Date;
  /** From now on it is `at`, and time goes on from there. */
  set(at: Date): void;
}

export function clock(start?: Date): Clock {
  let offset = start ? start.getTime() - Date.now() : 0;
  return {
    now: () => new Date(Date.now() + offset),
    set: (at) => {
      offset = at.getTime() - Date.now();
    },
  };
}
