/** What has been begun and not finished: waited for when the adapter closes. */

export interface InHand {
  hold<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is in hand, or after `most` seconds. */
  finished(most: number): Promise<void>;
}

export function inHand(): InHand {
  const works = new Set<Promise<unknown>>();
  return {
    hold(work) {
      works.add(work);
      const done = () => void works.delete(work);
      work.then(done, done);
      return work;
    },
    async finished(most) {
      const limit = seconds(most).then(() => true);
      let isLate = false;
      while (works.size > 0 && !isLate) {
        isLate = await Promise.race([Promise.allSettled([...works]).then(() => false), limit]);
      }
    },
  };
}

/** Does not keep the process alive. */
export function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000).unref());
}
