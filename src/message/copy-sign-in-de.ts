/** The way to the web page, in German. */
import type { SignInCopy } from './copy-sign-in.ts';

export const germanSignIn: SignInCopy = {
  open: 'Webseite öffnen',
  help: ['seite', 'ein persönlicher Link zur Webseite'],
  title: 'Dein Link zur Webseite',
  intro: (minutes) =>
    `Er öffnet die Seite in deinem Namen, einmal, in den nächsten ${minutes} Minuten. Gib ihn nicht weiter: Wer ihn hat, ist dort du.`,
  link: 'Soundings im Browser öffnen',
  none: 'Hier gibt es keine Webseite zum Anmelden. Alles geht auch in diesem Chat.',
  here: 'Du bist schon auf der Webseite. Für ein anderes Gerät frag mich im Chat nach einem Link.',
  out: 'Abmelden',
  everywhere: 'Überall abmelden',
  outEverywhere:
    'Du bist auf allen Geräten von der Webseite abgemeldet, und offene Links gelten nicht mehr.',
  page: {
    title: 'Anmelden',
    as: (name) => `Du meldest dich als ${name} an.`,
    once: 'Mach nur weiter, wenn du das bist und den Link selbst verlangt oder von HR bekommen hast.',
    submit: 'Anmelden',
    over: 'Dieser Link gilt nicht mehr',
    outside: 'Du bist nicht angemeldet',
    how: (minutes) =>
      `Schreib Soundings in Slack oder Teams „seite“. Du bekommst einen persönlichen Link, der einmal gilt, ${minutes} Minuten lang. Wenn du keins von beiden hast, kann HR einen Link für dich machen lassen.`,
    back: 'Ich bin schon angemeldet',
    tooOften:
      'Diese Seite wurde gerade sehr oft geöffnet. Bitte komm in einer Minute noch einmal wieder.',
    foreign:
      'Das kam nicht von der Seite selbst, deshalb ist nichts geschehen. Bitte öffne deinen Link noch einmal.',
    failed:
      'Hier ist etwas schiefgegangen, deshalb hat sich nichts geändert. Bitte versuch es in einer Minute noch einmal.',
  },
};
