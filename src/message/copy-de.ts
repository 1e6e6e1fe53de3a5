/** German. */
import type { Copy } from './copy.ts';
import { germanAdmin } from './copy-admin-de.ts';
import { germanComments } from './copy-comments-de.ts';
import { germanExit } from './copy-exit-de.ts';
import { germanFigures } from './copy-figures-de.ts';
import { germanHome } from './copy-home-de.ts';
import { germanLeavers } from './copy-leavers-de.ts';
import { germanLoop } from './copy-loop-de.ts';
import { germanRelease } from './copy-release-de.ts';
import { germanSignIn } from './copy-sign-in-de.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const german: Copy = {
  language: 'de',
  ...germanHome,
  ...germanAdmin,
  exit: germanExit,
  figures: germanFigures,
  leavers: germanLeavers,
  release: germanRelease,
  loop: germanLoop,
  comments: germanComments,
  signIn: germanSignIn,
  asking: {
    greeting: (name, questions, until) =>
      `Hallo ${name}. Diese Woche ${count(questions, 'kurze Frage', 'kurze Fragen')}, offen bis ${until}.`,
    reminder: (name, until) =>
      `${name}, eine freundliche Erinnerung: Die Fragen dieser Woche sind bis ${until} offen.`,
    answerAll: (questions) =>
      questions === 1 ? 'Mit Kommentar antworten' : 'Alle auf einmal beantworten',
    promise: (others) =>
      `Deine Antwort wird sofort versiegelt und nur zusammen mit mindestens ${others} anderen gezählt.`,
    sealed: (until) => `Versiegelt bis ${until}. Danke.`,
    sealedNote:
      'Bis dahin kann sie niemand öffnen, auch dieses Programm nicht. Du kannst sie noch ändern.',
    answerRest: 'Rest beantworten oder ändern',
    change: 'Antwort ändern',
    skip: 'Diese Woche nicht',
    skipped: (until) =>
      `Also diese Woche nicht. Keine Erinnerungen. Du kannst bis ${until} noch antworten.`,
    answerAfterAll: 'Doch antworten',
    privacy: 'Wie anonym ist das?',
    closed: 'Diese Runde ist zu Ende. Danke.',
    closedNote: 'Die Antworten wurden gemeinsam gezählt, die Umschläge verbrannt.',
    cancelled: 'Diese Runde wurde abgesagt.',
    cancelledNote: 'Nichts wurde gezählt; alle Umschläge wurden ungeöffnet vernichtet.',
    formTitle: 'Die Fragen dieser Woche',
    formIntro: (until) =>
      `Offen bis ${until}. Lass aus, was du möchtest: Für leere Felder gilt weiter, was du vorher versiegelt hast. Frühere Antworten werden nie angezeigt.`,
    submit: 'Antworten versiegeln',
    cancel: 'Abbrechen',
    scaleEnds: (low, high) => `0 heißt ${low}, 10 heißt ${high}.`,
    commentHint:
      'Freiwillig. Namen, Adressen und Links werden entfernt, aber deine Schreibweise kann erkannt werden.',
    readers: 'Wer darf diesen Kommentar lesen?',
    readerTeam: 'Der Bericht meines Teams',
    readerHr: 'Nur die Personalabteilung',
  },
  refusal: {
    closed: (when) =>
      `Diese Runde endete ${when}, die Antwort wurde nicht mehr angenommen. In der nächsten Runde wirst du wieder gefragt.`,
    notAsked: 'In dieser Runde wurdest du nicht gefragt, es gibt also nichts zu beantworten.',
    noSuchRound: 'Diese Runde gibt es nicht mehr.',
    offScale: 'Das ist keine der Möglichkeiten. Bitte wähle eine der angezeigten.',
    chooseOne: 'Bitte wähle nur eine Möglichkeit.',
    tooLong: (bytes, limit) =>
      `Das ist um ${bytes - limit} Zeichen zu lang. Bitte kürze es; es wurde nichts versiegelt.`,
    nothingGiven: 'Es war nichts ausgefüllt, also wurde nichts versiegelt.',
    unknownCommand:
      'Ich verstehe nur wenige Wörter; was du geschrieben hast, wurde nicht gespeichert und gilt nicht als Antwort. Mit „hilfe“ siehst du sie.',
    notAllowed: 'Das darfst du hier nicht. Es wurde nichts geändert.',
  },
  chat: {
    stranger:
      'Ich kenne dich hier nicht, darum gibt es für dich nichts zu beantworten. Wenn du gefragt werden solltest, sag bitte denen Bescheid, die Soundings betreiben.',
    tooSlow: 'Das hat zu lange gedauert, darum wurde nichts geöffnet. Bitte klicke noch einmal.',
    noWindow:
      'Das öffnet ein Fenster, und das geht nur nach einem Klick. Bitte tippe /soundings und dieselben Wörter.',
    notStored:
      'Das konnte nicht gespeichert werden, es hat sich also nichts geändert. Bitte versuche es in einer Minute noch einmal.',
    sealing:
      'Wird versiegelt. Das dauert etwas länger als sonst; du kannst dieses Fenster schließen.',
    done: 'Erledigt.',
    close: 'Schließen',
    onlyAlone:
      'Ich spreche immer nur mit einer Person. Bitte schreib mir in einem eigenen Chat; von hier wurde nichts übernommen.',
    notUnderstood: 'Diese Schaltfläche kenne ich nicht mehr. Nichts wurde gespeichert.',
    greetingTitle: 'Hallo, hier ist Soundings',
    greetingWhy: (organisation) =>
      `${organisation} hat mich hier eingerichtet, um ab und zu ein paar kurze Fragen zur Arbeit zu stellen. Du bekommst diese Nachricht, weil du dort arbeitest.`,
    greetingAnswers:
      'Jede Antwort wird sofort versiegelt und nur zusammen mit anderen gezählt. Was gezeigt wird, nennt niemanden, und niemand erfährt, ob du geantwortet hast.',
    greetingStop:
      'Du musst nicht antworten. Tippe „stopp“, und du wirst nicht mehr gefragt, „pause“ für ein paar Wochen Ruhe oder „hilfe“ für alles, was du tippen kannst.',
  },
  command: {
    helpTitle: 'Was du schreiben kannst',
    help: [
      ['jetzt', 'die offenen Fragen zeigen'],
      ['auslassen', 'diese Woche nicht'],
      ['pause', 'vier Wochen keine Fragen („pause 2“ für zwei)'],
      ['stopp', 'keine Fragen, bis du „weiter“ schreibst'],
      ['weiter', 'wieder gefragt werden'],
      ['uhrzeit 14:30', 'zu einer anderen Zeit gefragt werden'],
      ['ruhe 2026-12-21 2027-01-03', 'an diesen Tagen in Ruhe gelassen werden'],
      ['datenschutz', 'wie anonym das ist, für dich, jetzt'],
      ['sprache en', 'in einer anderen Sprache angeschrieben werden'],
    ],
    paused: (until) =>
      `Pause. Vor dem ${until} wirst du nicht gefragt. Niemand erfährt davon. Mit „weiter“ endet die Pause.`,
    stopped: 'Gut. Du wirst nicht mehr gefragt, bis du „weiter“ schreibst. Niemand erfährt davon.',
    resumed: 'Willkommen zurück. In der nächsten Runde wirst du wieder gefragt.',
    language: (name) => `Ab jetzt schreibe ich dir auf ${name}.`,
    languages: (list) =>
      `Ich kann in diesen Sprachen schreiben: ${list}. Schreib zum Beispiel „sprache en“.`,
    nothingOpen: 'Im Moment ist für dich nichts offen.',
    skippedNothing: 'Es ist nichts offen, was du auslassen könntest.',
    hour: (time) => `Ab der nächsten Runde wirst du um ${time} Uhr deiner Zeit gefragt.`,
    hourUnknown: 'Bitte nenne eine Uhrzeit von 7:00 bis 19:59, zum Beispiel „uhrzeit 14:30“.',
    quiet: (from, to) =>
      from === to
        ? `Am ${from} lasse ich dich in Ruhe. Niemand erfährt davon.`
        : `Vom ${from} bis ${to} lasse ich dich in Ruhe. Niemand erfährt davon.`,
    quietUnknown:
      'Bitte nenne den ersten und den letzten Tag, zum Beispiel „ruhe 2026-12-21 2027-01-03“.',
    pauseTooLong: (most) =>
      `Bitte nenne eine Zahl von Wochen von 1 bis ${most}, zum Beispiel „pause 2“.`,
  },
  privacy: {
    title: 'Wie anonym das für dich jetzt ist',
    seal: 'Deine Antwort kommt beim Klick in einen versiegelten Umschlag. Er lässt sich nicht öffnen, bis die Runde endet; dann werden alle zusammen geöffnet, ohne Namen gezählt und mit dem Schlüssel verbrannt.',
    unit: (unit, people, floor) =>
      `Du zählst zu ${unit} mit ${count(people, 'Mitglied', 'Mitgliedern')}. Für eine Zahl braucht es mindestens ${floor} Antworten.`,
    smallUnit: (unit, above) =>
      `Antworten in ${unit} weniger, werden ihre Antworten zusammen mit denen von ${above} gezählt und nicht für ${unit} gezeigt.`,
    ownTeam: (unit, above) =>
      `Du leitest ${unit}, deshalb zählen deine eigenen Antworten in ${above}: nie in dem, was du über dein Team liest.`,
    reader: (unit, manager) => `Den Bericht von ${unit} liest ${manager}.`,
    noReader: (unit) => `Einen Bericht von ${unit} liest niemand.`,
    hr: 'Die Personalabteilung liest den Bericht der ganzen Organisation.',
    comments: (answers, commenters) =>
      `Kommentare werden erst ab ${answers} Antworten und ${commenters} Menschen gezeigt, die einen geschrieben haben, gemischt und ohne Namen.`,
    notPromised:
      'Nicht versprochen: Wer das laufende Programm oder die Chat-Plattform beherrscht, kann Klicks in dem Moment sehen, und deine Schreibweise kann erkannt werden.',
  },
  digest: {
    title: (unit, date) => `${unit}, Woche vom ${date}`,
    summary: (unit) => `Was ${unit} diese Woche sagt`,
    clear: (driver, direction, since) =>
      `${driver}: deutlich ${direction === 'up' ? 'besser' : 'schlechter'} als am ${since}.`,
    changed: (direction, since) =>
      `Deutlich ${direction === 'up' ? 'besser' : 'schlechter'} als am ${since}.`,
    noChange: 'Keine klare Veränderung.',
    noChangeSince: (since) => `Keine klare Veränderung seit dem ${since}.`,
    restarted: (since) =>
      `Das Team hat sich seit dem ${since} verändert; der Vergleich beginnt von vorn.`,
    first: 'Es gibt noch nichts zum Vergleichen.',
    levels: { low: 'niedrig', mixed: 'gemischt', good: 'gut' },
    best: (driver, level) => `Am stärksten: ${driver} (${level}).`,
    weakest: (driver, level) => `Am schwächsten: ${driver} (${level}).`,
    allAlike: (level) => `Bei allem Gefragten ist das Bild ${level}.`,
    tooFew: (unit) => `Diese Woche zu wenige Antworten für eigene Zahlen von ${unit}.`,
    insteadOf: (unit, above) =>
      `Für eine eigene Zahl von ${unit} gab es zu wenige Antworten, deshalb steht hier die von ${above}.`,
    nothing: (unit) =>
      `Es gab zu wenige Antworten, um für ${unit} oder die Einheiten darüber etwas zu zeigen.`,
    driverIs: (driver, level) => `${driver}: das Bild ist ${level}.`,
    band: {
      'under 40': 'niedrig: unter 40 % günstig',
      '40-59': 'gemischt: 40-59 % günstig',
      '60 or more': 'gut: 60 % oder mehr günstig',
    },
    distribution: (favourable, neutral, unfavourable) =>
      `${favourable} günstig, ${neutral} neutral, ${unfavourable} ungünstig`,
    legend: ['ungünstig', 'neutral', 'günstig'],
    mean: (value) => `Mittel ${value} von 5`,
    recommend: (score) => `Empfehlungswert ${score}`,
    orMore: (value) => `${value} oder mehr`,
    orLess: (value) => `${value} oder weniger`,
    participation: {
      'under half': 'Weniger als die Hälfte der Gefragten hat geantwortet.',
      'half to three quarters':
        'Zwischen der Hälfte und drei Vierteln der Gefragten haben geantwortet.',
      'over three quarters': 'Mehr als drei Viertel der Gefragten haben geantwortet.',
    },
    comments: (unit) => `Kommentare aus ${unit}, gemischt`,
    uncounted: (ballots) =>
      ballots === 0
        ? 'Jede Antwort fand eine Gruppe, die groß genug zum Zählen war.'
        : `${count(ballots, 'Antwort lag', 'Antworten lagen')} in keiner ausreichend großen Gruppe und ${ballots === 1 ? 'wurde' : 'wurden'} ungezählt verbrannt.`,
    footnote: (floor) =>
      `Zahlen brauchen mindestens ${floor} Antworten und sind gerundet, damit niemand darin zu finden ist.`,
    against: {
      higher: (above) => `Höher als in ${above}.`,
      alike: (above) => `Etwa wie in ${above}.`,
      lower: (above) => `Niedriger als in ${above}.`,
    },
    suggestion: (driver, action) => `Ein Vorschlag (${driver}): ${action}`,
    suggestionKeep: (driver, action) =>
      `Bei allem Gefragten ist das Bild gut. Ein Vorschlag, damit es so bleibt (${driver}): ${action}`,
    willDo: 'Das machen wir',
    notNow: 'Jetzt nicht',
    changeMind: 'Doch anders entscheiden',
    willDoThis: (action) =>
      `Entschieden, das wird gemacht: ${action} Der nächste Bericht kommt darauf zurück.`,
    notNowThis: (action) => `Also jetzt nicht: ${action}`,
    decided: (date, action) => `Am ${date} beschlossen: ${action}`,
    putOff: (date, action) => `Am ${date} zurückgestellt: ${action}`,
    today: (driver, level) => `Heute ist das Bild ${level} (${driver}).`,
    details: 'Alle Einzelheiten',
    detailsOf: (unit) => `Alles, was über ${unit} gesagt wird`,
    nextPage: (page, pages) => `Weiter (Seite ${page} von ${pages})`,
    moreQuestions: (n) => `In den Einzelheiten: ${count(n, 'weitere Frage', 'weitere Fragen')}.`,
    moreUnits: (n) => `In den Einzelheiten: ${count(n, 'weitere Einheit', 'weitere Einheiten')}.`,
    allComments: (n) => `Alle ${n} Kommentare stehen in den Einzelheiten.`,
    benchmark: (people, percent, source) => `${people}: ${percent} günstig (${source}).`,
    earlierFigures: (list) => `Früher berichtet: ${list}.`,
    noDigest: 'Einen solchen Bericht gibt es hier nicht mehr. Es wurde nichts geändert.',
  },
};
