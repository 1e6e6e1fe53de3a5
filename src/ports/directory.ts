/** Who works here: read from files, a chat workspace, an HR system. */
import type { Organisation } from '../org/person.ts';

/** One thing wrong with what was read. */
export interface Fault {
  /** File and row or line, such as `people.csv, row 3`; rows count from 1, the header included. */
  readonly where: string;
  /** What is wrong and what to do. */
  readonly says: string;
}

export interface Directory {
  /** The organisation, with notices of what was ignored; or every fault at once, and then nothing is used. */
  read(): Promise<
    | { readonly org: Organisation; readonly notices: readonly Fault[] }
    | { readonly faults: readonly Fault[] }
  >;
}
