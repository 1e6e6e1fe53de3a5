/** What Soundings says, free of any platform: blocks that each adapter renders in its own manner. */

/** One thing in a message. Text is plain: adapters escape it. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Smaller, quieter text: reasons and footnotes. */
  | { readonly kind: 'note'; readonly text: string }
  /** A released comment. */
  | { readonly kind: 'quote'; readonly text: string }
  /** A link that opens in a browser. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | Scale
  | Actions
  | Chart;

/** A question that one tap answers. The buttons are the same for everyone. */
export interface Scale {
  readonly kind: 'scale';
  readonly round: string;
  readonly question: string;
  readonly text: string;
  readonly options: readonly Option[];
}

/** Buttons that do something, but never answer. */
export interface Actions {
  readonly kind: 'actions';
  /** A round, a campaign, a round and unit with or without a place; empty where nothing needs naming. Never a person. */
  readonly about: string;
  readonly actions: readonly {
    readonly action: ActionName;
    readonly label: string;
    /** `main` stands out; `grave` can't be taken back. */
    readonly look?: 'main' | 'grave';
  }[];
}

/** What buttons do; who may press which is said in `org/roles.ts`. */
export type ActionName =
  /** All questions of the round ("Answer the rest", "Change my answer"); "not this week"; how this is anonymous. */
  | 'form'
  | 'skip'
  | 'privacy'
  /** What people set for themselves, and what their manager will see of them. */
  | 'settings'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'preview'
  /** A link that opens the page as them; the end of all that such links began. */
  | 'web'
  | 'sign-out'
  /** A digest: all that it holds; "we will do this" and "not now" on the suggested action. */
  | 'details'
  | 'will-do'
  | 'not-now'
  /** "You said, we did", or an answer to a comment, to the whole team. */
  | 'tell-team'
  | 'answer-comment'
  /** HR: the panel, campaigns, rounds, what was withheld, people from where they are listed. */
  | 'admin'
  | 'campaign-new'
  | 'campaign-edit'
  | 'campaign-end'
  | 'campaign-resume'
  | 'round-open'
  | 'round-close'
  | 'round-close-sure'
  | 'round-cancel'
  | 'round-cancel-sure'
  | 'withheld'
  | 'import'
  /** A leaver's exit interview: the choice of who reads it, going on, and how it ends. */
  | 'exit-pooled'
  | 'exit-named'
  | 'exit-decline'
  | 'exit-go-on'
  | 'exit-back'
  | 'exit-change'
  | 'exit-finish'
  | 'exit-erase'
  | 'exit-stricter'
  | 'exit-copy'
  | 'exit-privacy'
  /** HR: who leaves, and the interviews that were given to HR to read. */
  | 'leavers'
  | 'leaver-new'
  | 'leaver-edit'
  | 'leaver-withdraw'
  | 'leaver-withdraw-sure'
  | 'leaver-read'
  /** What released exits say; what drives people here; the questions that follow from both. */
  | 'exit-report'
  | 'value'
  | 'mirror-ask'
  | 'stay-ask';

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

/** A modal or dialog. */
export interface Form {
  readonly name: FormName;
  /** What is filled in: a round or a campaign; empty for one that is to be made, or for one's own settings. */
  readonly about: string;
  readonly title: string;
  readonly intro: string;
  readonly fields: readonly Field[];
  /** `grid`: all fields are choices of one with the same options, drawn as the rows of a table where there is room. */
  readonly look?: 'grid';
  /** Buttons below the fields. What was filled in is lost with them. */
  readonly also?: Actions;
  readonly submit: string;
  readonly cancel: string;
}

/**
 * `answers` never shows earlier answers: a field left empty keeps what was sealed before; nor does `exit`, one screen of
 * an interview, as chat platforms keep what they show. `settings`, `campaign` and `leaver` show what is in force, and
 * `tell-team` a first draft.
 */
export type FormName =
  | 'answers'
  | 'settings'
  | 'campaign'
  | 'exit'
  | 'leaver'
  | 'tell-team'
  | 'answer-comment';

export type Field = {
  readonly name: string;
  readonly label: string;
  /** A reason, an example, or what the ends of a long scale mean. */
  readonly hint?: string;
  /** Must be filled in; the faults of a submission say so too. */
  readonly required?: true;
} & (
  | {
      readonly kind: 'one' | 'several';
      readonly options: readonly Option[];
      /** Values chosen already. Never in a form of answers. */
      readonly chosen?: readonly string[];
    }
  | {
      readonly kind: 'text';
      /** In bytes of UTF-8. */
      readonly limit: number;
      readonly lines: 'one' | 'many';
      /**
       * What stands there already. In a form of answers only a text that comes back to its author as it would be read,
       * before it is sealed, and only where forms are not kept.
       */
      readonly written?: string;
      /** Who may read it: a choice shown with the text, submitted as `{name}:reader`. */
      readonly readers?: {
        readonly label: string;
        readonly options: readonly Option[];
        /** Else the first. */
        readonly chosen?: string;
      };
    }
);

export interface Option {
  readonly value: string;
  readonly label: string;
}
