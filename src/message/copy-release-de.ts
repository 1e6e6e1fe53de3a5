/** What released exits say, in German. */
import type { ReleaseCopy } from './copy-release.ts';

export const germanRelease: ReleaseCopy = {
  ready: (date) =>
    `Was Ausgeschiedene gesagt haben, liegt zum Lesen bereit: die Auswertung vom ${date}.`,
  readyNote:
    'Gezählt wurde nur gemeinsam: Kein Wert betrifft weniger Menschen als versprochen, und keiner einen Einzelnen.',
  open: 'Lesen, was sie gesagt haben',
  title: (part) => `Warum Menschen gehen: ${part}`,
  basis: (date) =>
    `Aus den Auswertungen der letzten zwölf Monate, die neueste vom ${date}. Gezählt wird dort, wo jemand zuletzt gearbeitet hat.`,
  none: 'Noch ist nichts ausgewertet. Ausgeschiedene werden einige Wochen nach dem Ende jedes Zeitraums gemeinsam gezählt, sobald genug von ihnen geantwortet haben.',
  nothing: (part, floor) =>
    `Über ${part} gibt es noch nichts zu lesen: Gezeigt wird nur, was mindestens ${floor} Ausgeschiedene gemeinsam ergeben.`,
  notYours: 'Dieser Teil ist nicht für dich bestimmt.',
  rules: (numbers, floor) =>
    `Zahlen gibt es ab ${numbers} Antworten, wenn nötig über mehrere Auswertungen gesammelt. Ab ${floor} gibt es nur Worte. Anteile sind auf 5 oder 10 Punkte gerundet, und die Zahl der Antworten ist abgerundet.`,
  waits:
    'Worauf zu wenige geantwortet haben, das bleibt versiegelt und wartet auf eine spätere Auswertung. Ob und wie viel wartet, wird nicht gesagt: Es würde verraten, wer mitgemacht hat.',
  why: 'Warum sie gehen',
  came: 'Wie es dazu kam',
  kept: 'Was sie gehalten hätte',
  offers: 'Was die besseren Angebote boten',
  lookingBack: 'Im Rückblick',
  later: 'Beim Abschied gesagt, und Monate später',
  door: 'beim Abschied',
  monthsLater: 'Monate später',
  families: 'Nach Berufsgruppe',
  inWords: 'In eigenen Worten',
  wordsRule: (answers, commenters) =>
    `Texte werden ab ${answers} Antworten und ${commenters} Schreibenden freigegeben, gemischt und ohne Namen; sie gehen nur an HR.`,
  mostOften: (list) => `Am häufigsten: ${list}.`,
  noneStandsOut: 'Keine Antwort sticht heraus.',
  oftenBetter: (list) => `Oft besser als hier: ${list}.`,
  noneBetter: 'Nichts war oft genug besser, um genannt zu werden.',
  others: (percent) => `alle übrigen: je ${percent}`,
  atLeast: (answers) => `aus mindestens ${answers} Antworten`,
  benchmark: (people, source) => `Die blasseren Zeilen: ${people} (${source}).`,
  morePeople: 'Ein Teil darunter',
  valueTitle: (part) => `Was Menschen hält und was sie wegzieht: ${part}`,
  valueIntro:
    'Von Menschen, die hier arbeiten, und von Ausgeschiedenen, alle nur gemeinsam mit anderen gezählt.',
  drives: 'Was die Menschen hier antreibt',
  drivesNone: 'Noch hat keine Umfrage einen Wert für diesen Teil.',
  stays: 'Warum sie bleiben',
  staysNone: 'Noch wurde niemand gefragt, oder zu wenige haben geantwortet.',
  leaves: 'Warum sie gehen, und was die besseren Angebote boten',
  leavesNone: 'Von Ausgeschiedenen darf über diesen Teil noch nichts gezeigt werden.',
  exposure: 'Wer ein solches Angebot annähme',
  exposureNone: 'Die Frage an die, die bleiben, wurde hier noch nicht gestellt.',
  exposureFew: (numbers) =>
    `Weniger als ${numbers} haben geantwortet, daher wird kein Anteil genannt.`,
  wouldGo: (would, perhaps, not) => `${would} ja, ${perhaps} vielleicht, ${not} eher nicht`,
  exposed: (part, percent, from, to) =>
    `${part}: Etwa ${percent} sagen, dass sie es wahrscheinlich annähmen. Bei so vielen Antworten kann es zwischen ${from} und ${to} liegen.`,
  turnover: 'Wie viele gehen',
  rate: (percent, months) => `Fluktuation in ${months} Monaten: ${percent} der Menschen hier.`,
  count: (leavers, months) => `Ausgeschieden in ${months} Monaten: ${leavers}.`,
  noRate: {
    'few-heads': 'Für Zahlen über Ausgeschiedene arbeiten hier zu wenige.',
    'short-period':
      'Ausgeschiedene werden hier noch kein Jahr lang erfasst; eine Quote braucht 50 Menschen.',
    'few-leavers': 'Für eine Zahl sind zu wenige gegangen; eine Quote braucht 50 Menschen.',
    'no-records': 'Noch wird kein ganzer Monat lang erfasst, wer geht. Daher gibt es keine Quote.',
  },
  firstYear: (percent) => `Von den Eingestellten gingen ${percent} im ersten Jahr.`,
  regretted: (percent) => `Von denen, die selbst gehen wollten, hätte HR ${percent} gern behalten.`,
  tenure: 'Wie lange Menschen bleiben',
  stayed: (months) => `nach ${months} Monaten`,
  interval: (percent, from, to) => `${percent} sind noch da (wahrscheinlich ${from} bis ${to})`,
  retentionRules:
    'Das sind Aufzeichnungen von HR, keine Antworten. Quoten und Anteile gibt es ab 50 Menschen.',
  report: 'Was Ausgeschiedene sagten',
  value: 'Was Menschen hier hält',
  askMirror: 'Die fragen, die bleiben',
  askStay: 'Fragen, warum sie bleiben',
  mirrorName: (part) => `Nähmst du ein solches Angebot an? ${part}`,
  stayName: (part) => `Warum du bleibst: ${part}`,
  planned: (name, when) => `Geplant: ${name}. Gefragt wird einmal, ab ${when}.`,
  plannedNote:
    'Die Antworten werden versiegelt und gemeinsam gezählt wie alle anderen, und niemand muss mitmachen. Auf der Seite der Kampagnen lässt es sich beenden.',
  noMirror: (part) =>
    `Was Ausgeschiedene aus ${part} sagten, nennt noch nichts, was die meisten besseren Angebote boten.`,
  askedLately: (part, days) =>
    `In ${part} wird das gerade gefragt, oder es wurde in den letzten ${days} Tagen gefragt.`,
  tooFew: (part, floor) =>
    `In ${part} arbeiten weniger als ${floor} Menschen: Ihre Antworten ließen sich nie zeigen.`,
};
