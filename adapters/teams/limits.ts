/** What Teams takes at most, in one table (reference/teams.md 3); text lengths are in UTF-16 units. */
export const limits = {
  /**
   * Characters of a card as JSON. A message may have 100 KB as UTF-16 today, and had 40 in older tenants: 20,000
   * characters are within both.
   */
  card: 20_000,
  /** Any text that is shown. */
  text: 4000,
  /** What stands for the card in notifications and in clients that show none. */
  summary: 1000,
  /** A button's label; a longer one would be cut at the width of a phone. */
  button: 40,
  /** Buttons in a row: Teams hides the seventh behind a menu. */
  buttonsPerRow: 6,
  /** Characters of all labels in a row, each with the room around it: about 320 pixels. */
  rowWidth: 40,
  /** An option's value, a round's or question's id, what buttons act on. */
  value: 400,
  /** Options that are all shown; more become a menu. */
  choices: 10,
  /** The same where several can be chosen: a menu hides what is ticked. */
  boxes: 16,
  /** Fields of a form that are read back, and values of one field. */
  fields: 60,
  values: 1000,
  /** Characters of a text field. */
  input: 4000,
  /** Names of bars and of their parts. */
  chartName: 40,
  chartTitle: 200,
  /** Bars of a chart. */
  chartRows: 12,
  /** A bar's name and its figure in words, below the chart. */
  rowText: 200,
} as const;
