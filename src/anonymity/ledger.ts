/** The ledger: every figure that left the system, to whom, about which pools, and the rule that allowed it. */
import type { Figure } from './figure.ts';

export interface LedgerEntry {
  readonly at: Date;
  readonly round: string;
  /** Person id of who was told. */
  readonly reader: string;
  /** The unit that the reader asked about, and the one whose figure they got (its nearest ancestor that has one). */
  readonly unit: string;
  readonly from: string;
  readonly question: string;
  /** Units whose pools are behind it. */
  readonly pools: readonly string[];
  /** What was said, and so the rule that allowed it. */
  readonly said:
    | Figure
    | { readonly shown: 'participation'; readonly band: string }
    | { readonly shown: 'change'; readonly since: string; readonly direction: 'up' | 'down' }
    | { readonly shown: 'comments'; readonly count: number };
}
