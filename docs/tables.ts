/** What each table of the database is for, in words for a works council: every column, how long it is kept, who reads it. */
import type { Tables } from '../adapters/store/schema.ts';

export interface TableWords {
  readonly purpose: string;
  /** Columns that one description covers, in words. Every column stands in exactly one. */
  readonly fields: readonly (readonly [columns: string, words: string])[];
  readonly kept: string;
  readonly seen: string;
}

const COUNT = 'until the count of its round';
const ALWAYS = 'until you delete the database';
const NOBODY = 'nobody; the program itself';

export const TABLES: { readonly [T in keyof Tables]: TableWords } = {
  person: {
    purpose: 'whom to ask, where and when',
    fields: [
      ['id name email', 'who it is'],
      ['unit', 'where their answers count'],
      ['timezone locale country', 'for the hour, the language and the holidays'],
      ['start_date', 'for turnover by tenure'],
    ],
    kept: 'as long as they are in the people file',
    seen: 'HR',
  },
  unit: {
    purpose: 'the tree in which answers are pooled',
    fields: [['id name parent manager', 'the unit, the one above it, who leads it']],
    kept: 'as long as it is in the units file',
    seen: 'HR, and whoever leads it',
  },
  membership: {
    purpose: 'to say no change where the members changed too little',
    fields: [['person unit since until', 'who was where, and when']],
    kept: ALWAYS,
    seen: 'nobody; counted for turnover',
  },
  preference: {
    purpose: 'what people set for themselves',
    fields: [
      ['person paused_until stopped quiet', 'when they want no questions'],
      ['locale ask_at platform', 'in which language, when and where they are asked'],
    ],
    kept: ALWAYS,
    seen: 'the person',
  },
  round: {
    purpose: 'one asking, with what was in force when it opened',
    fields: [
      ['id campaign number state opens_at closes_at timezone', 'which and when'],
      ['floor questions units', 'k, the questions and the tree, frozen'],
      ['public_key', 'what answers are sealed with'],
      ['ballots uncounted', 'how many were counted, and how many no pool could take'],
    ],
    kept: ALWAYS,
    seen: 'HR',
  },
  delivery: {
    purpose: 'that everybody gets one message, and none twice',
    fields: [
      ['id round person unit kind', 'to whom, and about what'],
      ['send_at state lease_until attempts messages address', 'how far it is'],
      ['job_family', 'of a leaver, as HR named it'],
    ],
    kept: `questions: ${COUNT}; digests and notes stay`,
    seen: NOBODY,
  },
  contact: {
    purpose: 'the attention budget',
    fields: [['person campaign at reminder', 'who was written to about what, and when']],
    kept: ALWAYS,
    seen: 'nobody; the same for whoever answered and whoever did not',
  },
  envelope: {
    purpose: 'the ballot box of open rounds',
    fields: [
      ['round person question', 'whose envelope, to which question'],
      ['sealed', 'the answer, sealed: the key is not in the database'],
    ],
    kept: COUNT,
    seen: 'nobody; opened in memory at the count',
  },
  pool: {
    purpose: 'what was counted: answers of k people or more together',
    fields: [
      ['round question unit job_family sources', 'of which units, of leavers of which job family'],
      ['n tally', 'how many answers, and how many of each'],
    ],
    kept: ALWAYS,
    seen: 'nobody; what may be said of it is in the table above',
  },
  comment: {
    purpose: 'released comments, names taken out',
    fields: [
      ['id', 'random'],
      ['round question unit hr', 'of which group, and for whom'],
      ['text', 'the words'],
    ],
    kept: ALWAYS,
    seen: 'readers of the digest that they are in',
  },
  digest: {
    purpose: 'what a reader was told',
    fields: [['round reader content', 'of which round, to whom, and what']],
    kept: ALWAYS,
    seen: 'its reader',
  },
  ledger: {
    purpose: 'to prove what was told',
    fields: [['round position entry', 'to whom, about which pools, in which form']],
    kept: ALWAYS,
    seen: 'the operator, who audits it',
  },
  decision: {
    purpose: 'what became of the suggested action',
    fields: [['reader round unit action choice at', 'what a reader of a digest decided']],
    kept: ALWAYS,
    seen: 'the reader; HR as a share',
  },
  note: {
    purpose: 'what a reader of a digest told the team',
    fields: [
      ['id reader round unit at', 'who told whom, and when'],
      ['place quote hr', 'the released comment that it answers'],
      ['text', 'the words, signed by the reader'],
    ],
    kept: ALWAYS,
    seen: 'the team; of comments for HR only, HR',
  },
  message: {
    purpose: 'the local web chat',
    fields: [['id person round kind sent_at body', 'what somebody was sent there']],
    kept: `${ALWAYS}; questions read alike after the count, reminders go`,
    seen: 'the person',
  },
  account: {
    purpose: 'who is who in Slack and Teams',
    fields: [
      ['platform team user_id person', 'whose account it is'],
      ['name email timezone locale active', 'what the platform says of it'],
      ['place reachable greeted', 'where and whether we can write'],
    ],
    kept: 'until the app is removed from the workspace',
    seen: 'HR, as a list of people who can’t be reached',
  },
  campaign: {
    purpose: 'campaigns that HR made in chat',
    fields: [['id made_at position content', 'what is asked of whom, and how often']],
    kept: ALWAYS,
    seen: 'HR',
  },
  installation: {
    purpose: 'the chat app’s own access',
    fields: [['platform id sealed', 'its tokens, encrypted']],
    kept: 'until the app is removed',
    seen: NOBODY,
  },
  session: {
    purpose: 'sign-in to the web page',
    fields: [['hash person until ends', 'who is signed in, and how long']],
    kept: 'until it ends',
    seen: NOBODY,
  },
  sign_in_link: {
    purpose: 'sign-in to the web page',
    fields: [['hash person until', 'a link that works once']],
    kept: 'until it is used or has run out',
    seen: NOBODY,
  },
  leaver: {
    purpose: 'to ask people who leave',
    fields: [
      ['id person name unit start_date locale timezone', 'who leaves, as of the announcement'],
      ['announced_at last_day kind regretted job_family state', 'what HR said of it'],
      ['access door later', 'what they chose; of a counted release only “named” stays'],
      ['round later_round', 'with whom they are counted'],
    ],
    kept: ALWAYS,
    seen: 'HR; whether somebody answered pooled: nobody',
  },
  exit_draft: {
    purpose: 'an exit interview under way',
    fields: [
      ['leaver wave sealed', 'the answers so far, sealed for a key outside of the database'],
    ],
    kept: 'until it is finished, or the last day; of the second wave, until its link has run out',
    seen: 'the leaver',
  },
  exit_record: {
    purpose: 'an exit interview that was given to HR by name',
    fields: [['leaver wave sealed', 'the answers, sealed for a key outside of the database']],
    kept: 'the months set for named interviews, or until HR or the leaver erases it',
    seen: 'HR; that they looked is recorded',
  },
  carried: {
    purpose: 'pooled exits that were too few so far',
    fields: [['round source sealed', 'answers without names, sealed for the next release']],
    kept: 'until the count of the next release',
    seen: 'nobody; opened in memory at that count',
  },
  audit: {
    purpose: 'what HR and operators did',
    fields: [
      ['position at who did target', 'who did what, when'],
      ['hash', 'of this entry and all before it: none can be changed unseen'],
    ],
    kept: ALWAYS,
    seen: 'the operator',
  },
  audit_end: {
    purpose: 'that the log is not cut short',
    fields: [['id entries hash', 'where it ends']],
    kept: ALWAYS,
    seen: 'the operator',
  },
};
