/** What there are words for around comments: as their authors see them before they are sealed, and what they are about. */

export interface CommentsCopy {
  /** Above a form that comes back with a text as it would be read. */
  review: string;
  /** Such a text was emptied. */
  left: string;
  /** Above comments; `themes` is a list of drivers. Never how many. */
  about(themes: string): string;
}
