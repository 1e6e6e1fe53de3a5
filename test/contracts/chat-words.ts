/** What the chat contract has said: in several languages and alphabets, with names as people have them. */
import type { Message } from '../../src/message/message.ts';
import type { Chat, Posting } from '../../src/ports/chat.ts';

export function about(delivery: string, change: Partial<Posting> = {}): Posting {
  return { delivery, round: 'pulse-1', kind: 'question', ...change };
}

/** Sends, and gives the address; throws where it was refused. */
export async function sentBy(
  chat: Chat,
  person: string,
  message: Message,
  posting: Posting,
): Promise<string> {
  const outcome = await chat.send(person, message, posting);
  if (!('sent' in outcome)) throw new Error(`Refused: ${outcome.refused}.`);
  return outcome.sent;
}

interface Words {
  readonly heading: string;
  readonly text: string;
  readonly question: string;
  readonly options: readonly [string, string];
  readonly button: string;
}

export const ALPHABETS: readonly (readonly [string, Words])[] = [
  [
    'English',
    {
      heading: 'For Siân O’Brien-Nuñez',
      text: 'Ask & answer <now>: it’s *yours*, 100 %.',
      question: 'Does your team help you?',
      options: ['Not at all', 'Very much'],
      button: 'Not this week',
    },
  ],
  [
    'German',
    {
      heading: 'Für Jörg Weiß',
      text: 'Größe zählt nicht – „wirklich“ nicht.',
      question: 'Hilft dir dein Team?',
      options: ['Überhaupt nicht', 'Völlig'],
      button: 'Diese Woche nicht',
    },
  ],
  [
    'French',
    {
      heading: 'Pour Maël Lefèvre',
      text: 'C’est à vous\u{a0}: répondez d’ici à vendredi.',
      question: 'Votre équipe vous aide-t-elle\u{a0}?',
      options: ['Pas du tout', 'Tout à fait'],
      button: 'Pas cette semaine',
    },
  ],
  [
    'Spanish',
    {
      heading: 'Para Íñigo Muñoz',
      text: '¡Gracias! Quedará sellado.',
      question: '¿Te ayuda tu equipo?',
      options: ['En absoluto', 'Sí, mucho'],
      button: 'Esta semana no',
    },
  ],
  [
    'Arabic and Hebrew, from right to left',
    {
      heading: 'إلى ليلى الحسن',
      text: 'شكرًا يا ליאת, عبر Teams 2026',
      question: 'هل يساعدك فريقك؟',
      options: ['أبدًا', 'كثيرًا'],
      button: 'ليس هذا الأسبوع',
    },
  ],
  [
    'emoji, and alphabets beyond the first plane',
    {
      heading: 'For 👩‍👩‍👧‍👦 Zoë 🏳️‍🌈 𠮷野',
      text: '𝔗𝔥𝔞𝔫𝔨𝔰 👍🏽, 佐藤さん!',
      question: 'チームは助けてくれますか 🤝',
      options: ['👎', '👍🏿'],
      button: '今週はやめる 🌊',
    },
  ],
];

/** A message with all of them. */
export function spoken({ heading, text, question, options, button }: Words): Message {
  return {
    summary: heading,
    blocks: [
      { kind: 'heading', text: heading },
      { kind: 'text', text },
      {
        kind: 'scale',
        round: 'pulse-1',
        question: 'team',
        text: question,
        options: options.map((label, i) => ({ value: `${i + 1}`, label })),
      },
      { kind: 'actions', about: 'pulse-1', actions: [{ action: 'skip', label: button }] },
    ],
  };
}

export function piecesOf({ heading, text, question, options, button }: Words): readonly string[] {
  return [heading, text, question, ...options, button];
}
