/** What there are words for on the way to the web page, and out of it. */

export interface SignInCopy {
  /** The button of the home page in chat. */
  open: string;
  /** A line of the help: the word and what it does. */
  help: readonly [command: string, does: string];
  title: string;
  intro(minutes: number): string;
  /** What the link says. */
  link: string;
  none: string;
  /** To whoever asks for a link on the page. */
  here: string;
  out: string;
  everywhere: string;
  outEverywhere: string;
  /** What a link shows, and what there is without one. */
  page: {
    title: string;
    as(name: string): string;
    once: string;
    submit: string;
    over: string;
    outside: string;
    how(minutes: number): string;
    back: string;
    tooOften: string;
    foreign: string;
    failed: string;
  };
}
