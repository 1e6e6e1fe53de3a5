/** Everything that is wrong with what was given, at once. */
import type { Fault } from './ports/directory.ts';

/** More than these are not printed, only counted. */
const PRINTED = 100;

export class FaultsFound extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.slice(0, PRINTED).map(({ where, says }) => `${where}: ${says}`);
    if (faults.length > PRINTED) lines.push(`... and ${faults.length - PRINTED} more.`);
    super(lines.join('\n'));
    this.name = 'FaultsFound';
    this.faults = faults;
  }
}
