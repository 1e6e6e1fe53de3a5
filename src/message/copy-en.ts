/** English. */
import type { Copy } from './copy.ts';
import { englishAdmin } from './copy-admin-en.ts';
import { englishComments } from './copy-comments-en.ts';
import { englishExit } from './copy-exit-en.ts';
import { englishFigures } from './copy-figures-en.ts';
import { englishHome } from './copy-home-en.ts';
import { englishLeavers } from './copy-leavers-en.ts';
import { englishLoop } from './copy-loop-en.ts';
import { englishRelease } from './copy-release-en.ts';
import { englishSignIn } from './copy-sign-in-en.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const english: Copy = {
  language: 'en',
  ...englishHome,
  ...englishAdmin,
  exit: englishExit,
  figures: englishFigures,
  leavers: englishLeavers,
  release: englishRelease,
  loop: englishLoop,
  comments: englishComments,
  signIn: englishSignIn,
  asking: {
    greeting: (name, questions, until) =>
      `Hello ${name}. ${count(questions, 'short question', 'short questions')} this week, open until ${until}.`,
    reminder: (name, until) =>
      `${name}, a gentle reminder: this week’s questions are open until ${until}.`,
    answerAll: (questions) => (questions === 1 ? 'Answer with a comment' : 'Answer all of them'),
    promise: (others) =>
      `Your answer is sealed at once and only ever counted together with at least ${others} others.`,
    sealed: (until) => `Sealed until ${until}. Thank you.`,
    sealedNote: 'Nobody can open it before then, not even this program. You can still change it.',
    answerRest: 'Answer the rest, or change',
    change: 'Change my answer',
    skip: 'Not this week',
    skipped: (until) => `Not this week, then. No reminders. You can still answer until ${until}.`,
    answerAfterAll: 'Answer after all',
    privacy: 'How is this anonymous?',
    closed: 'This round has closed. Thank you.',
    closedNote: 'The answers were counted together, and the envelopes burned.',
    cancelled: 'This round was cancelled.',
    cancelledNote: 'Nothing was counted; all envelopes were destroyed unopened.',
    formTitle: 'This week’s questions',
    formIntro: (until) =>
      `Open until ${until}. Leave out what you like: what you leave empty keeps what you sealed before. Earlier answers are never shown.`,
    submit: 'Seal my answers',
    cancel: 'Cancel',
    scaleEnds: (low, high) => `0 means ${low}, 10 means ${high}.`,
    commentHint:
      'Optional. Names, addresses and links are taken out, but your way of writing can be recognised.',
    readers: 'Who may read this comment?',
    readerTeam: 'My team’s digest',
    readerHr: 'HR only',
  },
  refusal: {
    closed: (when) =>
      `This round closed on ${when}, so this answer was not taken. You will be asked again in the next one.`,
    notAsked: 'You were not asked in this round, so there is nothing to answer.',
    noSuchRound: 'This round does not exist any more.',
    offScale: 'That is not one of the options. Please choose one that is shown.',
    chooseOne: 'Please choose one option only.',
    tooLong: (bytes, limit) =>
      `This is too long by ${bytes - limit} characters. Please shorten it; nothing was sealed.`,
    nothingGiven: 'Nothing was filled in, so nothing was sealed.',
    unknownCommand:
      'I only understand a few words; what you typed was not stored and is not taken for an answer. Type “help” to see them.',
    notAllowed: 'This is not yours to do. Nothing was changed.',
  },
  chat: {
    stranger:
      'I do not know you here, so there is nothing for you to answer. If you should be asked, please tell the people who run Soundings.',
    tooSlow: 'That took too long, so nothing was opened. Please click again.',
    noWindow:
      'This opens a window, which is only possible after a click. Please type /soundings and the same words.',
    notStored: 'This could not be stored, so nothing has changed. Please try again in a minute.',
    sealing: 'Being sealed. This takes a moment longer than usual; you may close this window.',
    done: 'Done.',
    close: 'Close',
    onlyAlone:
      'I only talk with one person at a time. Please write to me in a chat of our own; nothing was taken from here.',
    notUnderstood: 'I do not know this button any more. Nothing was stored.',
    greetingTitle: 'Hello, this is Soundings',
    greetingWhy: (organisation) =>
      `${organisation} has put me here, to ask now and then a few short questions about work. You get this because you work there.`,
    greetingAnswers:
      'Each answer is sealed at once and only ever counted together with others. What is shown names nobody, and nobody is told whether you answered.',
    greetingStop:
      'You need not answer. Type “stop” and you are not asked again, “pause” for a few weeks’ rest, or “help” for all that you can type.',
  },
  command: {
    helpTitle: 'What you can type',
    help: [
      ['now', 'show the questions that are open'],
      ['skip', 'not this week'],
      ['pause', 'no questions for four weeks (“pause 2” for two)'],
      ['stop', 'no questions until you type “resume”'],
      ['resume', 'ask me again'],
      ['hour 14:30', 'ask me at another time of my day'],
      ['quiet 2026-12-21 2027-01-03', 'leave me alone on these days'],
      ['privacy', 'how anonymous this is, for you, now'],
      ['language de', 'write to me in another language'],
    ],
    paused: (until) =>
      `Paused. You will not be asked before ${until}. Nobody is told. Type “resume” to end the pause.`,
    stopped: 'Stopped. You will not be asked again until you type “resume”. Nobody is told.',
    resumed: 'Welcome back. You will be asked in the next round.',
    language: (name) => `From now on I write to you in ${name}.`,
    languages: (list) =>
      `I can write in these languages: ${list}. Type “language de”, for example.`,
    nothingOpen: 'Nothing is open for you at the moment.',
    skippedNothing: 'Nothing is open that you could skip.',
    hour: (time) => `From the next round on you will be asked at ${time}, your time.`,
    hourUnknown: 'Please give a time from 7:00 to 19:59, such as “hour 14:30”.',
    quiet: (from, to) =>
      from === to
        ? `You will be left alone on ${from}. Nobody is told.`
        : `You will be left alone from ${from} to ${to}. Nobody is told.`,
    quietUnknown: 'Please give a first and a last day, such as “quiet 2026-12-21 2027-01-03”.',
    pauseTooLong: (most) => `Please give a number of weeks from 1 to ${most}, such as “pause 2”.`,
  },
  privacy: {
    title: 'How anonymous this is for you, now',
    seal: 'Your answer goes into a sealed envelope the moment you click. The envelope can’t be opened until the round closes; then all are opened together, counted without names, and burned with the key.',
    unit: (unit, people, floor) =>
      `You count in ${unit}, which has ${count(people, 'member', 'members')}. A figure needs at least ${floor} answers.`,
    smallUnit: (unit, above) =>
      `When fewer answer in ${unit}, their answers are counted together with those of ${above}, and are not shown for ${unit}.`,
    ownTeam: (unit, above) =>
      `You lead ${unit}, so your own answers count in ${above}: never in what you read about your team.`,
    reader: (unit, manager) => `${manager} reads the digest of ${unit}.`,
    noReader: (unit) => `Nobody reads a digest of ${unit}.`,
    hr: 'HR reads the digest of the whole organisation.',
    comments: (answers, commenters) =>
      `Comments are shown, shuffled and without names, only from ${answers} answers and ${commenters} people who wrote one.`,
    notPromised:
      'Not promised: whoever controls the running program or the chat platform itself can see clicks as they happen, and your way of writing can be recognised.',
  },
  digest: {
    title: (unit, date) => `${unit}, week of ${date}`,
    summary: (unit) => `What ${unit} says this week`,
    clear: (driver, direction, since) =>
      `${driver}: clearly ${direction === 'up' ? 'better' : 'worse'} than on ${since}.`,
    changed: (direction, since) =>
      `Clearly ${direction === 'up' ? 'better' : 'worse'} than on ${since}.`,
    noChange: 'No clear change.',
    noChangeSince: (since) => `No clear change since ${since}.`,
    restarted: (since) => `The team has changed since ${since}; the comparison starts again.`,
    first: 'There is nothing to compare with yet.',
    levels: { low: 'low', mixed: 'mixed', good: 'good' },
    best: (driver, level) => `Strongest: ${driver} (${level}).`,
    weakest: (driver, level) => `Weakest: ${driver} (${level}).`,
    allAlike: (level) => `Everything asked looks ${level}.`,
    tooFew: (unit) => `Too few answers this week to show figures of ${unit} on their own.`,
    insteadOf: (unit, above) =>
      `There were too few answers for a figure of ${unit} on its own, so this is ${above}’s.`,
    nothing: (unit) =>
      `There were too few answers to show anything for ${unit} or the units above.`,
    driverIs: (driver, level) => `${driver} looks ${level}.`,
    band: {
      'under 40': 'low: under 40 % favourable',
      '40-59': 'mixed: 40-59 % favourable',
      '60 or more': 'good: 60 % or more favourable',
    },
    distribution: (favourable, neutral, unfavourable) =>
      `${favourable} favourable, ${neutral} neutral, ${unfavourable} unfavourable`,
    legend: ['unfavourable', 'neutral', 'favourable'],
    mean: (value) => `mean ${value} of 5`,
    recommend: (score) => `recommend score ${score}`,
    orMore: (value) => `${value} or more`,
    orLess: (value) => `${value} or less`,
    participation: {
      'under half': 'Under half of those asked answered.',
      'half to three quarters': 'Between half and three quarters of those asked answered.',
      'over three quarters': 'Over three quarters of those asked answered.',
    },
    comments: (unit) => `Comments from ${unit}, shuffled`,
    uncounted: (ballots) =>
      ballots === 0
        ? 'Every answer found a group large enough to be counted.'
        : `${count(ballots, 'answer was', 'answers were')} in no group large enough, and burned uncounted.`,
    footnote: (floor) =>
      `Figures need at least ${floor} answers and are rounded, so that nobody can be found in them.`,
    against: {
      higher: (above) => `Higher than in ${above}.`,
      alike: (above) => `Much as in ${above}.`,
      lower: (above) => `Lower than in ${above}.`,
    },
    suggestion: (driver, action) => `One thing to do (${driver}): ${action}`,
    suggestionKeep: (driver, action) =>
      `All that was asked looks good. One thing to keep it so (${driver}): ${action}`,
    willDo: 'We will do this',
    notNow: 'Not now',
    changeMind: 'Change my mind',
    willDoThis: (action) =>
      `Decided, you will do this: ${action} The next digest comes back to it.`,
    notNowThis: (action) => `Not now, then: ${action}`,
    decided: (date, action) => `Decided on ${date}: ${action}`,
    putOff: (date, action) => `Put off on ${date}: ${action}`,
    today: (driver, level) => `Today it looks ${level} (${driver}).`,
    details: 'All the details',
    detailsOf: (unit) => `All that is said about ${unit}`,
    nextPage: (page, pages) => `Go on (page ${page} of ${pages})`,
    moreQuestions: (n) => `The details hold ${count(n, 'more question', 'more questions')}.`,
    moreUnits: (n) => `The details hold ${count(n, 'more unit', 'more units')}.`,
    allComments: (n) => `All ${n} comments are in the details.`,
    benchmark: (people, percent, source) => `${people}: ${percent} favourable (${source}).`,
    earlierFigures: (list) => `Told before: ${list}.`,
    noDigest: 'There is no such digest of yours any more. Nothing was changed.',
  },
};
