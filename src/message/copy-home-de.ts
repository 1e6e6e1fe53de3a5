/** German: home page, settings, preview. */
import type { Copy } from './copy.ts';

const people = (n: number) => `${n} ${n === 1 ? 'Person' : 'Personen'}`;

export const germanHome: Pick<Copy, 'home' | 'settings' | 'preview'> = {
  home: {
    title: 'Deine Seite',
    openNow: 'Gerade offen',
    open: (name, until) =>
      `${name} ist bis ${until} offen. Du kannst antworten oder ändern, was du versiegelt hast.`,
    answer: 'Antworten oder ändern',
    promise:
      'Deine Antworten werden beim Klick versiegelt und immer nur zusammen mit anderen gezählt.',
    preview: 'Was sieht meine Führungskraft?',
    schedule: 'Wann du gefragt wirst',
    hour: (time) => `Du wirst um ${time} Uhr deiner Zeit gefragt.`,
    hours: (from, to) => `Du wirst zwischen ${from} und ${to} Uhr deiner Zeit gefragt.`,
    next: (name, when) => `Die nächste Runde für dich: ${name}, ab ${when}.`,
    noNext: 'Für dich ist keine weitere Runde geplant.',
    quietDay: (day) => `Am ${day} lasse ich dich in Ruhe.`,
    quiet: (from, to) => `Vom ${from} bis ${to} lasse ich dich in Ruhe.`,
    paused: (until) => `Pause: Vor dem ${until} wirst du nicht gefragt. Niemand erfährt davon.`,
    stopped: 'Angehalten: Du wirst erst wieder gefragt, wenn du es willst. Niemand erfährt davon.',
    language: (name) => `Ich schreibe dir auf ${name}.`,
    place: (places) => `Ich schreibe dir hier: ${places}.`,
    noPlace: 'Ich schreibe dir auf der Webseite von Soundings.',
    settings: 'Einstellungen',
    pause: 'Vier Wochen Pause',
    resume: 'Wieder fragen',
    stop: 'Nicht mehr fragen',
    digests: 'Deine Berichte',
    details: 'Ganz lesen',
    hr: 'Für die Personalabteilung',
    admin: 'Kampagnen und Runden',
    stranger:
      'Du stehst nicht in der Personenliste, deshalb wirst du nichts gefragt. Die Personalabteilung oder wer Soundings betreibt kann dich aufnehmen.',
  },
  settings: {
    title: 'Deine Einstellungen',
    intro: 'Nur du siehst sie. Sie gelten für alle Kampagnen, ab der nächsten Runde.',
    hour: 'Um welche Zeit deines Tages darf ich fragen?',
    usual: (time) => `Zur üblichen Zeit (${time} Uhr)`,
    quietFrom: 'Lass mich in Ruhe ab dem',
    quietTo: 'bis einschließlich',
    quietHint: 'Ein Tag wie 2026-12-21. Lass beide Felder leer, wenn du keine Ruhetage willst.',
    language: 'Sprache',
    platform: 'Wo darf ich dir schreiben?',
    submit: 'Speichern',
    saved: 'Gespeichert. Niemand erfährt davon.',
    notOffered: 'Bitte wähle eine der angezeigten Möglichkeiten.',
    dayUnknown: 'Bitte schreib einen Tag wie 2026-12-21.',
    firstMissing: 'Bitte nenne auch den ersten Tag.',
    order: 'Der letzte Tag liegt vor dem ersten.',
    past: 'Diese Tage sind schon vorbei.',
  },
  preview: {
    title: 'Was sieht meine Führungskraft?',
    counts: (unit, n) => `Du zählst zu ${unit}: Dort können ${people(n)} gefragt werden.`,
    reader: (manager, unit, floor) =>
      `${manager} liest den Bericht von ${unit} und sieht eine Zahl erst, wenn mindestens ${floor} Menschen antworten. Wer geantwortet hat, sieht niemand.`,
    noReader: (unit, floor) =>
      `Einen Bericht von ${unit} liest niemand. Für eine Zahl braucht es mindestens ${floor} Antworten. Wer geantwortet hat, sieht niemand.`,
    own: (unit, answers, n, kind) =>
      `Antworten drei Viertel (${answers} von ${n}), hat ${unit} eine eigene Zahl: ${kind}.`,
    up: (unit, answers, n, above) =>
      `Antworten drei Viertel (${answers} von ${n}), sind das für ${unit} allein zu wenige. Deine Antworten werden dann zusammen mit denen von ${above} gezählt.`,
    smallest: (above, kind) =>
      `Die kleinste Zahl, in der sie stecken, ist dann die von ${above}: ${kind}.`,
    nowhere: (unit, answers, n) =>
      `Antworten drei Viertel (${answers} von ${n}), sind das zu wenige für ${unit} und alle Einheiten darüber. Es wird nichts davon gezeigt.`,
    kinds: {
      band: 'ein Wort von dreien, niedrig, gemischt oder gut',
      distribution: 'günstige, neutrale und ungünstige Anteile, auf 5 Punkte gerundet',
      'distribution-tens': 'günstige, neutrale und ungünstige Anteile, auf 10 Punkte gerundet',
      options: 'der Anteil jeder Möglichkeit, auf 5 Punkte gerundet',
      'options-tens': 'der Anteil jeder Möglichkeit, auf 10 Punkte gerundet',
    },
    notAsked: 'Zurzeit fragt dich keine Kampagne, also sieht niemand etwas von dir.',
    example: 'Ein Beispiel',
    invented: 'Alle Zahlen hier unten sind erfunden. Sie zeigen, wie ein solcher Bericht aussieht.',
    inventedEnd: 'Ende des Beispiels. Seine Zahlen waren erfunden.',
    teams: (name, own, teams) =>
      `${name}: Antworten überall drei Viertel, haben ${own} von ${teams} Einheiten mit einer Leserin oder einem Leser eine eigene Zahl.`,
    unitOwn: (unit, n, kind) => `${unit}, ${people(n)}: ${kind}.`,
    unitUp: (unit, n, above) =>
      `${unit}, ${people(n)}: zu wenige, stattdessen die Zahl von ${above}.`,
    unitNothing: (unit, n) => `${unit}, ${people(n)}: nichts, überall zu wenige.`,
    more: (units) => `Und ${units} weitere Einheiten.`,
  },
};
