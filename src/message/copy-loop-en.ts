/** What follows from a digest, in English. */
import type { LoopCopy } from './copy-loop.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const englishLoop: LoopCopy = {
  tell: 'Tell the team',
  answer: (n) => `Answer comment ${n} to the whole team`,
  answerHr: (n) => `Answer comment ${n} within HR`,
  answered: (date) => `Answered on ${date}.`,
  form: {
    tellTitle: 'You said, we did',
    tellIntro: (unit) =>
      `Everybody in ${unit} reads this under your name, once. Change the words as you like; more than the digest says of what was answered had better not stand here.`,
    answerTitle: 'Answer a comment',
    answerIntro: (unit, comment) =>
      `Everybody in ${unit} reads the comment with your answer, under your name. Answer what it says, not who may have written it. The comment: ${comment}`,
    answerHrIntro: (comment) =>
      `This comment was written for HR only, so only HR reads your answer, under your name. The comment: ${comment}`,
    text: 'What they will read',
    hint: 'Plain words. It can’t be changed once it is posted.',
    submit: 'Post it',
    draft: (said, action) => `You said: ${said} What we do about it: ${action}`,
    empty: 'Please write something; nothing was posted.',
    tooLong: (bytes) => `This is too long by ${bytes} characters. Please shorten it.`,
  },
  posted: (unit) =>
    `Thank you. The people of ${unit} read it at a good hour of their own day, unless they want no messages.`,
  postedHr: 'Thank you. HR reads it at a good hour of their own day.',
  already: (date) => `You told them on ${date}. Nothing was posted a second time.`,
  notDecided: 'You have not decided to do this, so there is nothing to tell yet.',
  noComment: 'This comment is not there any more. Nothing was posted.',
  notYours:
    'You do not lead this part any more, so it is not yours to write to. Nothing was posted.',
  done: (unit) => `${unit}: you said, we did`,
  about: (unit) => `About a comment from ${unit}`,
  aboutHr: 'About a comment to HR',
  wrote: (name, unit, date) =>
    `${name} wrote this to everybody in ${unit}, after the questions of ${date}.`,
  wroteHr: (name, date) => `${name} wrote this to HR only, after the questions of ${date}.`,
  promise:
    'Nobody knows who said what, whoever wrote this included: answers are only ever counted together, and comments are shown shuffled and without names.',
  week: {
    title: 'Beside the figures, for HR',
    withheld: (units, all, floor) =>
      `Withheld: ${units} of ${count(all, 'unit', 'units')} with a reader got no figure of their own on something that was asked. Under ${floor} answers nothing is shown.`,
    allOwn: 'Withheld: nothing. Every unit with a reader has figures of its own.',
    acted: (percent, suggested, weeks) =>
      `Actions: managers took up ${percent} of ${count(suggested, 'suggestion', 'suggestions')} of the last ${weeks} weeks.`,
    others: (notNow, open) => `Put off: ${notNow}. Undecided: ${open}.`,
    unreachable: (people) =>
      `${count(people, 'person', 'people')} can’t be written to in chat, whether they take part or not.`,
    noAccount: (names) => `Without an account there: ${names}.`,
    moreNames: (n) => `${n} more`,
    exits: (announced, ahead) =>
      `Leavers announced since this round opened: ${announced}. Last days ahead: ${ahead}.`,
    release: 'A new release of what leavers said is there to read.',
    mirrorOpen: (name, until) => `Being asked until ${until}: ${name}`,
    mirrorDone: (name) => `Answered by those who stay: ${name}`,
  },
};
