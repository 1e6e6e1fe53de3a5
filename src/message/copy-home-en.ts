/** English: home page, settings, preview. */
import type { Copy } from './copy.ts';

const people = (n: number) => `${n} ${n === 1 ? 'person' : 'people'}`;

export const englishHome: Pick<Copy, 'home' | 'settings' | 'preview'> = {
  home: {
    title: 'Your page',
    openNow: 'Open now',
    open: (name, until) =>
      `${name} is open until ${until}. You can answer, or change what you sealed.`,
    answer: 'Answer or change',
    promise:
      'Your answers are sealed the moment you click, and only ever counted together with others.',
    preview: 'What will my manager see?',
    schedule: 'When you are asked',
    hour: (time) => `You are asked at ${time}, your time.`,
    hours: (from, to) => `You are asked between ${from} and ${to}, your time.`,
    next: (name, when) => `Next round for you: ${name}, from ${when}.`,
    noNext: 'No further round is planned for you.',
    quietDay: (day) => `You are left alone on ${day}.`,
    quiet: (from, to) => `You are left alone from ${from} to ${to}.`,
    paused: (until) => `Paused: you are not asked before ${until}. Nobody is told.`,
    stopped: 'Stopped: you are not asked until you resume. Nobody is told.',
    language: (name) => `I write to you in ${name}.`,
    place: (places) => `You are written to here: ${places}.`,
    noPlace: 'You are written to on the web page of Soundings.',
    settings: 'Settings',
    pause: 'Pause for four weeks',
    resume: 'Ask me again',
    stop: 'Stop asking me',
    digests: 'Your digests',
    details: 'Read all of it',
    hr: 'For HR',
    admin: 'Campaigns and rounds',
    stranger:
      'You are not in the people file, so you are not asked anything. HR or whoever runs Soundings can add you.',
  },
  settings: {
    title: 'Your settings',
    intro: 'Only you see these. They hold for every campaign, from the next round on.',
    hour: 'At what time of your day may I ask?',
    usual: (time) => `At the usual time (${time})`,
    quietFrom: 'Leave me alone from',
    quietTo: 'until, this day included',
    quietHint: 'A day such as 2026-12-21. Leave both empty for no quiet days.',
    language: 'Language',
    platform: 'Where may I write to you?',
    submit: 'Save',
    saved: 'Saved. Nobody is told.',
    notOffered: 'Please choose one of those shown.',
    dayUnknown: 'Please write a day such as 2026-12-21.',
    firstMissing: 'Please give the first day too.',
    order: 'The last day lies before the first.',
    past: 'These days are over already.',
  },
  preview: {
    title: 'What will my manager see?',
    counts: (unit, n) => `You count in ${unit}: ${people(n)} there can be asked.`,
    reader: (manager, unit, floor) =>
      `${manager} reads the digest of ${unit}, and sees a figure only if at least ${floor} people answer. Who answered, nobody sees.`,
    noReader: (unit, floor) =>
      `Nobody reads a digest of ${unit}. A figure needs at least ${floor} answers. Who answered, nobody sees.`,
    own: (unit, answers, n, kind) =>
      `If three quarters answer (${answers} of ${n}), ${unit} has a figure of its own: ${kind}.`,
    up: (unit, answers, n, above) =>
      `If three quarters answer (${answers} of ${n}), that is too few for ${unit} alone. Your answers are then counted together with those of ${above}.`,
    smallest: (above, kind) => `The smallest figure that holds them is that of ${above}: ${kind}.`,
    nowhere: (unit, answers, n) =>
      `If three quarters answer (${answers} of ${n}), that is too few for ${unit} and for all units above. Nothing of them is shown.`,
    kinds: {
      band: 'one word out of three, low, mixed or good',
      distribution: 'favourable, neutral and unfavourable shares, rounded to 5 points',
      'distribution-tens': 'favourable, neutral and unfavourable shares, rounded to 10 points',
      options: 'the share of each option, rounded to 5 points',
      'options-tens': 'the share of each option, rounded to 10 points',
    },
    notAsked: 'No campaign asks you at present, so nobody sees anything of you.',
    example: 'An example',
    invented: 'Every figure below is invented. It shows what such a digest looks like.',
    inventedEnd: 'End of the example. Its figures were invented.',
    teams: (name, own, teams) =>
      `${name}: if three quarters answer everywhere, ${own} of ${teams} units with a reader have a figure of their own.`,
    unitOwn: (unit, n, kind) => `${unit}, ${people(n)}: ${kind}.`,
    unitUp: (unit, n, above) => `${unit}, ${people(n)}: too few, the figure of ${above} instead.`,
    unitNothing: (unit, n) => `${unit}, ${people(n)}: nothing, too few everywhere.`,
    more: (units) => `And ${units} more units.`,
  },
};
