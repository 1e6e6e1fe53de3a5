/** One queue made of several: the sends of each lane have a pace of their own, and pause by themselves. */
import type { Queue, QueueStatus } from '../src/ports/queue.ts';
import { REMEMBERED } from './settings.ts';

/** `main` does all else, and sends of no lane. */
export function lanes(main: Queue, others: ReadonlyMap<string, Queue>): Queue {
  const all = [main, ...others.values()];
  let added = 0;
  return {
    async add(jobs) {
      added += jobs.length;
      for (const queue of all) {
        const its = jobs.filter(({ lane = '' }) => (others.get(lane) ?? main) === queue);
        if (its.length > 0) await queue.add(its);
      }
    },
    work(handler, failed) {
      for (const queue of all) queue.work(handler, failed);
    },
    every: (seconds, job, first) => main.every(seconds, job, first),
    async pause(paused) {
      await Promise.all(all.map((queue) => queue.pause(paused)));
    },
    async status() {
      return summed(await Promise.all(all.map((queue) => queue.status())));
    },
    async idle() {
      // What one lane does may bring work to another.
      for (let before = -1; before !== added; ) {
        before = added;
        for (const queue of all) await queue.idle();
      }
    },
    async close() {
      await Promise.all(all.map((queue) => queue.close()));
    },
  };
}

function summed(all: readonly QueueStatus[]): QueueStatus {
  const sum = (count: 'waiting' | 'running' | 'delayed') =>
    all.reduce((total, status) => total + status[count], 0);
  return {
    waiting: sum('waiting'),
    running: sum('running'),
    delayed: sum('delayed'),
    failed: all
      .flatMap(({ failed }) => failed)
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, REMEMBERED),
    paused: all.every(({ paused }) => paused),
  };
}
