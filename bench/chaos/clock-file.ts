/** One clock for all processes of a run: a file that says where it stood when, and how fast it goes. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

interface Standing {
  /** The machine's clock, in epoch milliseconds. */
  readonly real: number;
  /** What the run's clock showed then. */
  readonly shown: number;
  /** Its seconds in one of the machine's. */
  readonly speed: number;
}

/** Reads the file at every call, so that all processes jump at once. */
export function clockOf(file: string): () => Date {
  return () => {
    const { real, shown, speed }: Standing = JSON.parse(readFileSync(file, 'utf8'));
    return new Date(shown + (Date.now() - real) * speed);
  };
}

/** Sets the clock for every process: it goes on from `at`. */
export function setClock(file: string, at: Date, speed: number): void {
  const standing: Standing = { real: Date.now(), shown: at.getTime(), speed };
  writeFileSync(`${file}.draft`, JSON.stringify(standing));
  renameSync(`${file}.draft`, file);
}
