/** What Slack takes at most, in one table (reference/slack.md 2.1); text lengths are in UTF-16 units, which is never too many. */
export const limits = {
  messageBlocks: 50,
  /**
   * Characters of all blocks of a message as JSON. Not published: `msg_blocks_too_long` was met from about 13,200 on, with
   * more of it text or less (github.com/slackapi/bolt-js/issues/2509, 2867; "12,000 and a buffer for the containers").
   */
  messageSize: 12_000,
  viewBlocks: 100,
  /** Bytes of a view as JSON: 250 KB, the smaller reading of it. */
  viewBytes: 250_000,
  /** `private_metadata`. */
  metadata: 3000,
  /** `block_id`, `action_id`, `callback_id`. */
  id: 255,
  /** The text that stands for the whole message in notifications; more is refused when it is changed. */
  summary: 4000,
  /** Any text object. */
  text: 3000,
  header: 150,
  buttons: 25,
  button: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  /** Radio buttons and checkboxes. */
  choices: 10,
  /** Options of a menu, or of one group of it. */
  options: 100,
  optionGroups: 100,
  option: 75,
  optionValue: 75,
  label: 2000,
  hint: 2000,
  /** Characters of a text field. */
  input: 3000,
  title: 24,
  submit: 24,
  close: 24,
  chartTitle: 50,
  /** Names of series and of bars. */
  chartName: 20,
  chartSeries: 6,
  chartPoints: 20,
  chartsPerMessage: 2,
} as const;
