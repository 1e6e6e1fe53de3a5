/** What Soundings says, free of any platform: blocks that each adapter renders in its own manner. */

/** One thing in a message. Text is plain: adapters escape it. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Smaller, quieter text: reasons and footnotes. */
  | { readonly kind: 'note'; readonly text: string }
  /** A released comment. */
  | { readonly kind: 'quote'; readonly text: string }
  | Scale
  | Actions
  | Chart;

/** A question that one tap answers. The buttons are the same for everyone. */
export interface Scale {
  readonly kind: 'scale';
  readonly round: string;
  readonly question: string;
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Buttons that act on a round, never on an answer. */
export interface Actions {
  readonly kind: 'actions';
  readonly round: string;
  readonly actions: readonly { readonly action: ActionName; readonly label: string }[];
}

/**
 * `form` opens all questions of the round ("Answer the rest", "Change my answer"), `skip` is "Not this week",
 * `privacy` says how this is anonymous.
 */
export type ActionName = 'form' | 'skip' | 'privacy';

/** A picture with the same numbers as text: rows of figures, drawn by whoever shows it. */
export interface Chart {
  readonly kind: 'chart';
  readonly title: string;
  /** The whole chart in one sentence, for screen readers and plain clients. */
  readonly summary: string;
  /** What the parts of a distribution are called: unfavourable, neutral, favourable. */
  readonly legend: readonly [string, string, string];
  readonly rows: readonly ChartRow[];
}

/** One bar. Shares are percent, already rounded and clamped by the anonymity rules. */
export interface ChartRow {
  readonly label: string;
  /** The figure in words, such as `60 % favourable` or `mixed (40-59 %)`. */
  readonly text: string;
  /** The row this one is compared with is drawn paler. */
  readonly emphasis: 'main' | 'reference';
  readonly figure:
    | { readonly kind: 'band'; readonly from: number; readonly to: number }
    | { readonly kind: 'share'; readonly favourable: number }
    | {
        readonly kind: 'distribution';
        readonly unfavourable: number;
        readonly neutral: number;
        readonly favourable: number;
      };
}

export interface Message {
  /** One sentence for notifications and clients that show nothing else. Holds no answer. */
  readonly summary: string;
  readonly blocks: readonly Block[];
}

/** A modal or dialog. Fields never show earlier answers; a field left empty keeps what was sealed before. */
export interface Form {
  readonly round: string;
  readonly title: string;
  readonly intro: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly cancel: string;
}

export type Field =
  | {
      readonly kind: 'one' | 'several';
      readonly name: string;
      readonly label: string;
      /** What the ends of a long scale mean, such as `0 = not at all likely, 10 = very likely`. */
      readonly hint?: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      readonly hint: string;
      /** In bytes of UTF-8. */
      readonly limit: number;
      /** Who may read it: a choice shown with the text, submitted as `{name}:reader`. */
      readonly readers: {
        readonly label: string;
        readonly options: readonly { readonly value: string; readonly label: string }[];
      };
    };
