/** What follows from a digest, in German. */
import type { LoopCopy } from './copy-loop.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const germanLoop: LoopCopy = {
  tell: 'Dem Team sagen',
  answer: (n) => `Kommentar ${n} dem ganzen Team beantworten`,
  answerHr: (n) => `Kommentar ${n} in der Personalabteilung beantworten`,
  answered: (date) => `Beantwortet am ${date}.`,
  form: {
    tellTitle: 'Gesagt, getan',
    tellIntro: (unit) =>
      `Alle in ${unit} lesen das einmal, unter deinem Namen. Ändere die Worte, wie du magst; mehr, als der Bericht über die Antworten sagt, sollte hier besser nicht stehen.`,
    answerTitle: 'Auf einen Kommentar antworten',
    answerIntro: (unit, comment) =>
      `Alle in ${unit} lesen den Kommentar mit deiner Antwort, unter deinem Namen. Antworte auf das, was dasteht, nicht auf die Person, von der es sein könnte. Der Kommentar: ${comment}`,
    answerHrIntro: (comment) =>
      `Dieser Kommentar war nur für die Personalabteilung, darum liest nur sie deine Antwort, unter deinem Namen. Der Kommentar: ${comment}`,
    text: 'Was sie lesen werden',
    hint: 'Einfache Worte. Ist es abgeschickt, lässt es sich nicht mehr ändern.',
    submit: 'Abschicken',
    draft: (said, action) => `Ihr habt gesagt: ${said} Was wir daraus machen: ${action}`,
    empty: 'Bitte schreib etwas; es wurde nichts abgeschickt.',
    tooLong: (bytes) => `Das ist um ${bytes} Zeichen zu lang. Bitte kürze es.`,
  },
  posted: (unit) =>
    `Danke. Die Leute in ${unit} lesen es zu einer guten Stunde ihres Tages, wenn sie Nachrichten möchten.`,
  postedHr: 'Danke. Die Personalabteilung liest es zu einer guten Stunde ihres Tages.',
  already: (date) =>
    `Das hast du am ${date} schon geschrieben. Es wurde nichts noch einmal abgeschickt.`,
  notDecided: 'Du hast dich dafür noch nicht entschieden, also gibt es noch nichts zu erzählen.',
  noComment: 'Diesen Kommentar gibt es nicht mehr. Es wurde nichts abgeschickt.',
  notYours:
    'Du leitest diesen Teil nicht mehr und kannst ihm darum nicht schreiben. Es wurde nichts abgeschickt.',
  done: (unit) => `${unit}: gesagt, getan`,
  about: (unit) => `Zu einem Kommentar aus ${unit}`,
  aboutHr: 'Zu einem Kommentar an die Personalabteilung',
  wrote: (name, unit, date) =>
    `${name} schreibt das allen in ${unit}, nach den Fragen vom ${date}.`,
  wroteHr: (name, date) =>
    `${name} schreibt das nur der Personalabteilung, nach den Fragen vom ${date}.`,
  promise:
    'Niemand weiß, wer was gesagt hat, auch nicht, wer das hier schreibt: Antworten werden nur gemeinsam gezählt, Kommentare nur gemischt und ohne Namen gezeigt.',
  week: {
    title: 'Neben den Zahlen, für die Personalabteilung',
    withheld: (units, all, floor) =>
      `Zurückgehalten: kein eigener Wert zu etwas Gefragtem für ${units} von ${count(all, 'Einheit', 'Einheiten')} mit Bericht. Unter ${floor} Antworten wird nichts gezeigt.`,
    allOwn: 'Zurückgehalten: nichts. Jede Einheit mit Bericht hat eigene Werte.',
    acted: (percent, suggested, weeks) =>
      `Vorschläge: Führungskräfte haben ${percent} von ${count(suggested, 'Vorschlag', 'Vorschlägen')} der letzten ${weeks} Wochen angenommen.`,
    others: (notNow, open) => `Zurückgestellt: ${notNow}. Noch offen: ${open}.`,
    unreachable: (people) =>
      `${count(people, 'Person ist', 'Personen sind')} im Chat nicht erreichbar, ob sie teilnehmen oder nicht.`,
    noAccount: (names) => `Ohne Konto dort: ${names}.`,
    moreNames: (n) => `${n} weitere`,
    exits: (announced, ahead) =>
      `Abschiede, angekündigt seit dem Beginn dieser Runde: ${announced}. Letzte Tage, die bevorstehen: ${ahead}.`,
    release: 'Was Gehende gesagt haben, liegt neu zum Lesen bereit.',
    mirrorOpen: (name, until) => `Wird bis ${until} gefragt: ${name}`,
    mirrorDone: (name) => `Von denen beantwortet, die bleiben: ${name}`,
  },
};
