/** The way to the web page, in English. */
import type { SignInCopy } from './copy-sign-in.ts';

export const englishSignIn: SignInCopy = {
  open: 'Open the web page',
  help: ['web', 'a personal link to the web page'],
  title: 'Your link to the web page',
  intro: (minutes) =>
    `It opens the page as you, once, within ${minutes} minutes. Keep it to yourself: whoever has it is you there.`,
  link: 'Open Soundings in the browser',
  none: 'There is no web page to sign in to here. Everything can be done in this chat.',
  here: 'You are on the web page already. For another device, ask me for a link in chat.',
  out: 'Sign out',
  everywhere: 'Sign out everywhere',
  outEverywhere:
    'You are signed out of the web page on every device, and open links no longer work.',
  page: {
    title: 'Sign in',
    as: (name) => `You sign in as ${name}.`,
    once: 'Go on only if that is you, and if you asked for this link yourself or HR gave it to you.',
    submit: 'Sign in',
    over: 'This link no longer works',
    outside: 'You are not signed in',
    how: (minutes) =>
      `Type “web” to Soundings in Slack or Teams. You get a personal link that works once, within ${minutes} minutes. If you use neither, HR can have a link made for you.`,
    back: 'I am signed in already',
    tooOften: 'This page was opened very often just now. Please come back in a minute.',
    foreign:
      'This was not sent by the page itself, so nothing was done. Please open your link again.',
    failed: 'Something went wrong here, so nothing has changed. Please try again in a minute.',
  },
};
