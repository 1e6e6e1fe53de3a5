/** What a leaver reads, in English. */
import type { ExitCopy } from './copy-exit.ts';

const months = (n: number) => `${n} ${n === 1 ? 'month' : 'months'}`;

export const englishExit: ExitCopy = {
  hello: (name, lastDay) =>
    `${name}, your last day here is ${lastDay}. Before you go: would you tell us honestly why, and what could be better here?`,
  reminder: (name, lastDay) =>
    `${name}, one gentle reminder before your last day on ${lastDay}: a few questions are waiting for you, if you like. I will not remind you again.`,
  ask: 'About ten questions, five minutes. Leave out what you like, stop and go on later, and change what you said until you finish.',
  choose: 'You decide first who reads it:',
  pooledMeans: (floor, releasedOn) =>
    `Pooled: your answers are sealed and only counted together with those of others who leave. A figure needs at least ${floor} leavers, and none comes out before ${releasedOn}.`,
  pooledWords: (answers, writers) =>
    `What you write in your own words is then read by HR only, mixed with what others wrote and with names taken out, and only from ${answers} answers and ${writers} people who wrote something. Your way of writing can be recognised.`,
  pooledWaits:
    'Where too few leave together, the envelopes stay sealed and wait for the next release.',
  namedMeans: (n) =>
    `Named to HR: only HR reads it, with your name, and each reading is on record. I never show it to your manager. It is erased ${months(n)} after your last day. That is confidential, not anonymous.`,
  stricterOnly: (releasedOn) =>
    `Named can still become pooled until ${releasedOn}. Pooled never becomes named.`,
  ratherNot: 'You would rather not? One tap is enough. It is final, and nobody asks why.',
  pooled: 'Pooled',
  named: 'Named to HR',
  decline: 'Rather not',
  privacy: 'Who reads what exactly?',
  begun: 'Thank you for telling us. You can stop whenever you like and go on from here.',
  openPooled: (lastDay) =>
    `You chose pooled. Until the end of ${lastDay} your draft is kept encrypted and nobody reads it. Then it is sealed as it stands, unless you erase it.`,
  openNamed: (lastDay) =>
    `You chose named to HR. Until the end of ${lastDay} your draft is kept encrypted and nobody reads it. Then HR gets it as it stands, unless you erase it.`,
  goOn: 'Go on',
  stricter: 'Make it pooled',
  erase: 'Erase everything',
  thanks: (name) => `Thank you, ${name}. That was all, and it helps. We wish you well.`,
  donePooled: (releasedOn) =>
    `Your answers are sealed. They are counted together with those of others, and nothing comes out before ${releasedOn}.`,
  doneNamed: (n, releasedOn) =>
    `HR can read your answers now, with your name. They are erased ${months(n)} after your last day. Until ${releasedOn} you can still make them pooled.`,
  ownCopy: 'A copy of my answers',
  linkWhy: (opensOn, until) =>
    `With some distance things can look different. From ${opensOn} to ${until} a few short questions wait for you on a page that needs no account.`,
  linkKeep: 'The link is yours alone and works once. Save it where you still have it then.',
  link: 'My link for later',
  declined:
    'No interview, then. Nothing of it is kept, and I will not ask again. We wish you well.',
  madePooled: 'Done: it is pooled now, and stays so. HR does not get it with your name.',
  formTitle: 'Before you go',
  part: (part, of) => `Part ${part} of ${of}.`,
  leaveEmpty: 'Leave empty what you like.',
  changing: 'What you leave empty here stays as it was. Leaving it out takes it back.',
  most: (most) => `${most} at most.`,
  wordsPooled:
    'Optional. Read by HR only, mixed with others and without names, but your way of writing can be recognised.',
  wordsNamed: 'Optional. HR reads it as you write it.',
  next: 'Next',
  stop: 'Stop for now',
  back: 'Back',
  leaveOut: 'Leave this out',
  tooLong: (over) => `This is too long by ${over} characters. Please shorten it.`,
  givenAlready: 'You have named this as your main reason. Please choose something else.',
  notAsked: 'This is not asked here any more. Nothing was changed.',
  overview: 'That was everything',
  overviewIntro:
    'Nothing is final before you finish. What you answered is kept encrypted and not shown here.',
  answered: (question) => `${question} – answered`,
  leftOut: (question) => `${question} – left out`,
  answeredOf: (heading, answered, of) => `${heading} … – ${answered} of ${of} answered`,
  change: (number) => `Change ${number}`,
  finishPooled: 'Seal and finish',
  finishNamed: 'Give it to HR and finish',
  eraseSure: 'Erase everything?',
  eraseMeans:
    'Everything you have answered is destroyed, and the interview is over. This can’t be undone.',
  contacts: 'Whom you can turn to',
  contactsIntro:
    'What you just chose is not kept and goes to nobody. If it should be looked into, please turn to somebody yourself, whenever you are ready.',
  noContacts:
    'Your employer has to look into such things. You can turn to HR, to a manager you trust, or to the works council where there is one.',
  outside:
    'Outside of the company a union, a lawyer for labour law, or the public office for equal treatment or for labour can advise you, also after your last day. If you are in danger, call the emergency number.',
  copyTitle: 'Your answers',
  copyIntro: 'This is what HR can read. It is shown to you alone.',
  privacyTitle: 'Who reads what',
  draftMeans: (lastDay) =>
    `Until you finish, a draft is kept, encrypted with a key that lies outside of the database. At the end of ${lastDay} it is sealed or given to HR, as you chose. If you erase it, the key is destroyed.`,
  notTold:
    'No report says who took part. HR sees that you did only if you choose named; your manager never does.',
  none: 'There is no exit interview for you right now. Nothing was changed.',
  over: (lastDay) => `Your last day was ${lastDay}, so this interview is over. Thank you.`,
  declinedAlready:
    'You said that you would rather not, and so it stays. Nothing is kept, and all is well.',
  endedAlready: 'You have finished this interview already. Thank you.',
  released: 'This release is closed, so nothing can be changed any more. Thank you.',
  neverLooser: 'You chose pooled, and it stays so: nobody can make it named, not even you.',
  pooledAlready: 'It is pooled already.',
  notNamed: 'A copy is there only for what was named to HR. What is pooled nobody can open.',
  later: {
    title: 'Some months later',
    notYet: (opensOn, until) =>
      `You are early. This page opens on ${opensOn} and stays open to ${until}. Your link works until then, so keep it.`,
    over: 'This link has run out, so there is nothing left to answer here. We wish you well.',
    used: 'This link has been used. Your interview is finished, thank you.',
    unknown: 'This link does not fit. Please see whether all of it was copied.',
    withdrawn: 'This interview was withdrawn, so there is nothing to answer here.',
    intro: (organisation) =>
      `Some months ago you left ${organisation}. With some distance, how do you see it today?`,
    short: 'Three minutes, no account. Leave out what you like.',
    pooledMeans: (floor, releasedOn) =>
      `Pooled: your answers are sealed and only counted together with those of at least ${floor} leavers. Nothing comes out before ${releasedOn}, and what you write in your own words is read by HR only, mixed and without names.`,
    draftMeans: (until) =>
      `You can stop and come back with the same link. Until ${until} your draft is kept encrypted, then it ends as you chose.`,
    access: 'Who may read your answers this time?',
    accessHint: 'At the door you chose named to HR. You can choose anew.',
    accessMissing: 'Please choose one of the two.',
    pooled: 'Nobody by name: pooled with others who left',
    named: (n) => `HR, with my name, until ${months(n)} after my last day`,
    end: 'That was everything',
    endIntro: 'Nothing is final before you finish.',
    endChoice: 'Is there something you would like to change first?',
    endHint: 'Leave it empty to finish.',
    erase: 'Erase everything instead',
    thanks: 'Thank you. We wish you well.',
    sealed: (releasedOn) =>
      `Your answers are sealed. They are counted together with those of others, and nothing comes out before ${releasedOn}.`,
    given: 'HR can read your answers now, with your name.',
    erased: 'Everything you answered here was erased, and nobody will ask again.',
  },
};
