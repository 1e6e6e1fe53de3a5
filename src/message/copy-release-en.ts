/** What released exits say, in English. */
import type { ReleaseCopy } from './copy-release.ts';

export const englishRelease: ReleaseCopy = {
  ready: (date) => `What people who left have said is there to read: the release of ${date}.`,
  readyNote:
    'It was counted only together: no figure is about fewer people than were promised, and none about one.',
  open: 'Read what leavers said',
  title: (part) => `Why people leave: ${part}`,
  basis: (date) =>
    `From the releases of the last twelve months, the newest of ${date}. People are counted by the part in which they worked when they left.`,
  none: 'No release has been published yet. Leavers are counted together some weeks after the end of each period, once enough of them have answered.',
  nothing: (part, floor) =>
    `There is nothing to read about ${part} yet: answers are only shown where at least ${floor} leavers gave them, together with all of their pool.`,
  notYours: 'That part is not yours to read.',
  rules: (numbers, floor) =>
    `Numbers need ${numbers} answers, gathered over several releases if need be. From ${floor} on there are words only. Shares are rounded to 5 or 10 points, and how many answered is rounded down.`,
  waits:
    'What too few people answered stays sealed and waits for a later release. Whether anything waits, and how much, is not said: it would tell who took part.',
  why: 'Why they leave',
  came: 'How it came',
  kept: 'What would have kept them',
  offers: 'What the better offers had',
  lookingBack: 'Looking back',
  later: 'Said at the door, and said months later',
  door: 'at the door',
  monthsLater: 'months later',
  families: 'By job family',
  inWords: 'In their own words',
  wordsRule: (answers, commenters) =>
    `Words are released from ${answers} answers and ${commenters} people who wrote something, shuffled and without names; they go to HR only.`,
  mostOften: (list) => `Most often: ${list}.`,
  noneStandsOut: 'No answer stands out.',
  oftenBetter: (list) => `Often better than here: ${list}.`,
  noneBetter: 'Nothing was better often enough to be named.',
  others: (percent) => `all others: ${percent} each`,
  atLeast: (answers) => `of at least ${answers} answers`,
  benchmark: (people, source) => `The paler lines: ${people} (${source}).`,
  morePeople: 'A part below this one',
  valueTitle: (part) => `What holds people and what draws them away: ${part}`,
  valueIntro:
    'From people who work here and people who left, each counted only together with others.',
  drives: 'What drives people here',
  drivesNone: 'No pulse has a figure of this part yet.',
  stays: 'Why they stay',
  staysNone: 'Nobody has been asked yet, or too few have answered.',
  leaves: 'Why they leave, and what the better offers had',
  leavesNone: 'Nothing of leavers may be shown of this part yet.',
  exposure: 'Who would take such an offer',
  exposureNone: 'The question to those who stay has not been asked here yet.',
  exposureFew: (numbers) => `Fewer than ${numbers} have answered, so no share is said.`,
  wouldGo: (would, perhaps, not) => `${would} would, ${perhaps} perhaps, ${not} rather not`,
  exposed: (part, percent, from, to) =>
    `${part}: about ${percent} say that they would probably take it. With so many answers, anything from ${from} to ${to} is likely.`,
  turnover: 'How many leave',
  rate: (percent, months) => `Turnover over ${months} months: ${percent} of the people here.`,
  count: (leavers, months) => `Leavers in ${months} months: ${leavers}.`,
  noRate: {
    'few-heads': 'Too few people work here for numbers of leavers.',
    'short-period': 'Leavers have not been recorded here for a year yet; a rate needs 50 people.',
    'few-leavers': 'Too few have left to give a number; a rate needs 50 people.',
    'no-records': 'No leaver has been announced for a whole month yet, so there is no rate.',
  },
  firstYear: (percent) => `Of those hired, ${percent} left within their first year.`,
  regretted: (percent) => `Of those who chose to leave, HR would have kept ${percent}.`,
  tenure: 'How long people stay',
  stayed: (months) => `after ${months} months`,
  interval: (percent, from, to) => `${percent} are still here (${from} to ${to} is likely)`,
  retentionRules:
    'These are HR’s own records, not answers. Rates and shares are given from 50 people on.',
  report: 'What leavers said',
  value: 'What holds people here',
  askMirror: 'Ask those who stay',
  askStay: 'Ask why they stay',
  mirrorName: (part) => `Would you take such an offer? ${part}`,
  stayName: (part) => `Why you stay: ${part}`,
  planned: (name, when) => `Planned: ${name}. It is asked once, from ${when}.`,
  plannedNote:
    'Answers are sealed and counted together like any others, and nobody has to take part. It can be ended on the page for campaigns.',
  noMirror: (part) =>
    `What leavers of ${part} said names nothing yet that most of the better offers had.`,
  askedLately: (part, days) =>
    `People of ${part} are being asked this already, or were asked in the last ${days} days.`,
  tooFew: (part, floor) =>
    `Fewer than ${floor} people work in ${part}: their answers could never be shown.`,
};
