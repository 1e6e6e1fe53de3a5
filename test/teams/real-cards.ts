/** Every message and form that Soundings composes, in one language: what the cards are tried on. */
import type { Figure } from '../../src/anonymity/figure.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { type PanelCampaign, panelMessage, sureMessage } from '../../src/message/admin-message.ts';
import {
  cancelledMessage,
  closedMessage,
  formOf,
  questionMessage,
  reminderMessage,
  sealedMessage,
  skippedMessage,
} from '../../src/message/asking.ts';
import { type CampaignChoices, campaignFormOf } from '../../src/message/campaign-form.ts';
import type { Copy } from '../../src/message/copy.ts';
import { detailsPages } from '../../src/message/details-message.ts';
import { digestMessage } from '../../src/message/digest-message.ts';
import { homeMessage } from '../../src/message/home-message.ts';
import type { Form, Message } from '../../src/message/message.ts';
import { previewMessage } from '../../src/message/preview-message.ts';
import { greetingMessage, helpMessage } from '../../src/message/saying.ts';
import { settingsFormOf } from '../../src/message/settings-form.ts';
import { withheldMessage } from '../../src/message/withheld-message.ts';
import { privacyStatement } from '../../src/org/privacy-statement.ts';
import { PULSE_BANK, RECOMMEND } from '../../src/stock/pulse.ts';
import { say } from '../../src/survey/text.ts';
import { BAND, DIGEST_ROUND, NORTH, own, SALES, SINCE } from '../support/digest.ts';
import { backForm, gridForm } from '../support/interview-forms.ts';
import { loopForms, loopMessages } from '../support/loop.ts';
import {
  EVERY_KIND,
  fivePoint,
  freeText,
  roundOf,
  singleChoice,
  zeroToTen,
} from '../support/round.ts';

const [first] = PULSE_BANK;
const ROUND = roundOf({
  questions: [first ?? fivePoint('q1'), zeroToTen('ten'), freeText('comment')],
});
const TEN = roundOf({ questions: [RECOMMEND] });
const SIXTEEN = roundOf({ questions: [singleChoice('single', [...'abcdefghijklmnop'])] });

const SPREAD: Figure = {
  shown: 'distribution',
  favourable: 60,
  neutral: 25,
  unfavourable: 15,
  mean: 3.7,
};
const TENS = { shown: 'distribution', coarse: true, neutral: 20 } as const;
const DIGEST: Digest = {
  round: DIGEST_ROUND.id,
  reader: 'nora',
  units: [
    {
      ...NORTH,
      statements: [
        {
          ...own('pay', SPREAD, { kind: 'clear', since: SINCE, direction: 'up' }),
          above: { ...SALES, figure: SPREAD },
        },
        {
          ...own('role', { ...TENS, favourable: 40, unfavourable: 40 }),
          above: { ...SALES, figure: { ...TENS, favourable: 60, unfavourable: 20 } },
        },
        own('own', BAND),
        own('choice', { shown: 'options', options: { a: 60, b: 40 } }),
      ],
      participation: 'over three quarters',
      comments: ['More *light*, less noise_at_noon.', 'Thank you.\n- and a second line'],
      suggestion: { driver: 'pay', action: 'pay-when' },
      earlier: { action: 'pay-when', choice: 'will-do', round: 'r', since: SINCE },
    },
    { ...SALES, statements: [own('pay', SPREAD)], comments: [] },
  ],
  uncounted: 3,
};

const CAMPAIGN: PanelCampaign = {
  id: 'pulse',
  name: 'Pulse',
  cadence: {
    every: 'week',
    opens: { weekday: 1, time: '09:00' },
    closes: { weekday: 5, time: '17:00' },
  },
  units: ['North'],
  people: 12,
  next: '23 November, 09:00',
  written: false,
  canOpen: true,
};
const OPEN = { id: 'pulse-2026-11-16', name: 'Pulse', until: 'Friday 17:00', people: 12 };

export function messagesIn(copy: Copy): Record<string, Message> {
  const { language } = copy;
  const home = {
    open: [{ round: OPEN.id, name: OPEN.name, until: OPEN.until }],
    hour: { from: '10:00', to: '11:00' },
    next: { name: 'Pulse', when: '23 November, 09:00' },
    quiet: [{ from: '21 December', to: '3 January' }],
    places: ['Microsoft Teams'],
    digests: [{ round: 'r1', blocks: [{ kind: 'text' as const, text: '…' }] }],
    hr: true,
  };
  const digest = digestMessage(DIGEST_ROUND, DIGEST, copy);
  const [details = digest] = detailsPages(DIGEST_ROUND, DIGEST, [], copy);
  return {
    greeting: greetingMessage(copy, 'Northwind'),
    question: questionMessage(ROUND, 'Ada', copy),
    'question-ten': questionMessage(TEN, 'Ada', copy),
    'question-sixteen': questionMessage(SIXTEEN, 'Ada', copy),
    reminder: reminderMessage(ROUND, 'Ada', copy),
    sealed: sealedMessage(ROUND, false, copy),
    'sealed-rest': sealedMessage(ROUND, true, copy),
    skipped: skippedMessage(ROUND, copy),
    closed: closedMessage(copy),
    cancelled: cancelledMessage(copy),
    help: helpMessage(copy),
    privacy: privacyStatement(ADA, ORG, 5, true, copy),
    digest,
    'digest-decided': digestMessage(DIGEST_ROUND, DIGEST, copy, new Map([['north', 'will-do']])),
    details,
    ...loopMessages(copy),
    home: homeMessage(home, copy),
    'home-paused': homeMessage({ ...home, open: [], rests: { until: '4 January' } }, copy),
    admin: panelMessage({ campaigns: [CAMPAIGN], rounds: [OPEN] }, copy),
    'admin-sure': sureMessage('round-cancel', OPEN, copy),
    withheld: withheldMessage([WITHHELD], copy),
    preview: previewMessage(
      {
        comments: true,
        group: {
          unit: 'North',
          people: 8,
          manager: 'Nora',
          floor: 5,
          answers: 6,
          asked: 8,
          becomes: { own: 'band' },
        },
        reach: {
          campaign: say({ en: 'Pulse' }, language),
          own: 1,
          teams: 2,
          units: [
            { name: 'North', asked: 8, becomes: { own: 'band' } },
            { name: 'South', asked: 4, becomes: { above: 'Company', kind: 'distribution-tens' } },
          ],
        },
        example: digest,
      },
      copy,
    ),
  };
}

const ADA = { id: 'ada', name: 'Ada', unit: 'north', email: 'ada@example.com' };
const ORG = {
  people: [ADA, { id: 'nora', name: 'Nora', unit: 'north', email: 'nora@example.com' }],
  units: [
    { id: 'company', name: 'Northwind' },
    { id: 'north', name: 'North', parent: 'company', manager: 'nora' },
  ],
};

const WITHHELD = {
  campaign: 'Pulse',
  date: '16 November',
  floor: 5,
  units: [
    { name: 'South', above: 'Northwind', drivers: ['pay', 'growth'] },
    { name: 'West', drivers: ['pay'] },
  ],
  uncounted: 2,
  comments: { units: ['North'], hr: true },
};

export function formsIn(copy: Copy): Record<string, Form> {
  return {
    ...loopForms(copy),
    'form-answers': formOf(ROUND, copy),
    'form-every-kind': formOf(roundOf({ questions: EVERY_KIND }), copy),
    'form-settings': settingsFormOf(
      {
        askAt: '10:15',
        usualHour: '10:00-11:00',
        quiet: { from: '2026-12-21', to: '2027-01-03' },
        languages: ['en', 'de', 'fr', 'es'],
        platforms: ['slack', 'teams'],
        platform: 'teams',
      },
      copy,
    ),
    'form-campaign': campaignFormOf(campaignChoices(copy, 3), copy),
    'form-grid': gridForm(copy),
    'form-back': backForm(copy),
  };
}

/** With the whole bank, and as many units. */
export function campaignChoices({ language }: Copy, units: number): CampaignChoices {
  return {
    about: 'made-4f2a',
    zone: 'Europe/Berlin',
    least: 5,
    questions: [...PULSE_BANK, RECOMMEND].map(({ id, text }) => ({
      value: id,
      label: say(text, language),
    })),
    units: Array.from({ length: units }, (_, i) => ({
      id: `unit-${i}`,
      name: `Department of things number ${i}, east`,
      people: 5 + i,
    })),
    gone: ['gone'],
    chosen: {
      name: ['Pulse'],
      questions: ['pulse'],
      'per-round': ['2'],
      comment: ['yes'],
      every: ['week'],
      'opens-day': ['1'],
      'opens-time': ['09:00'],
      'closes-day': ['5'],
      'closes-time': ['17:00'],
      'ask-at': ['10:00'],
      reminders: ['1'],
      audience: ['unit-1', 'unit-2'],
      floor: ['5'],
      starts: ['2026-11-23'],
    },
  };
}
