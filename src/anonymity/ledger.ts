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
  /** Opened some time after the round was published; absent: told with its publication. */
  readonly page?: 'value' | 'report';
  /** Of leavers of this job family only. */
  readonly jobFamily?: string;
  /** Units whose pools are behind it. */
  readonly pools: readonly string[];
  /** What was said, and so the rule that allowed it. */
  readonly said:
    | Figure
    | { readonly shown: 'participation'; readonly band: string }
    | { readonly shown: 'change'; readonly since: string; readonly direction: 'up' | 'down' }
    | { readonly shown: 'comments'; readonly count: number }
    /** What a figure would be if everybody had answered: follows from it, the size and the part that answered. */
    | {
        readonly shown: 'range';
        readonly probably?: { readonly from?: number; readonly to?: number };
        readonly certainly?: { readonly from?: number; readonly to?: number };
      }
    /** These follow from the unit's published figures of `rounds`, and have no pools of their own. */
    | {
        readonly shown: 'drift';
        readonly since: string;
        readonly direction: 'up' | 'down';
        readonly rounds: readonly string[];
      }
    | {
        readonly shown: 'engagement';
        readonly index: number;
        readonly rounds: readonly string[];
      }
    | {
        readonly shown: 'beside';
        readonly higher: readonly string[];
        readonly lower: readonly string[];
        readonly rounds: readonly string[];
      }
    /** Of leavers: the options that stand out, without numbers; none: that none does. */
    | { readonly shown: 'named'; readonly named: readonly string[] };
}
