/** What HR reads of leavers, in German. */
import type { LeaversCopy } from './copy-leavers.ts';

export const germanLeavers: LeaversCopy = {
  title: 'Wer geht',
  intro:
    'Hier steht nirgends, wer geantwortet, abgelehnt oder gemeinsam gezählt werden wollte. Lesbar ist nur, was jemand der Personalabteilung mit Namen gegeben hat.',
  none: 'Niemand ist angekündigt. Kündigst du jemanden an, wird die Person rechtzeitig vor dem letzten Tag gefragt.',
  leaver: (name, unit, lastDay) => `${name}, ${unit}. Letzter Tag: ${lastDay}.`,
  willBeAsked: (day) => `Wird am ${day} gefragt.`,
  soon: 'Wird in den nächsten Tagen gefragt.',
  asked: 'Wurde gefragt, es sei denn, die Person möchte keine Nachrichten.',
  late: 'Zu spät angekündigt, um vor dem letzten Tag gefragt zu werden. In der Fluktuation zählt die Person trotzdem.',
  unreachable: 'Im Chat nicht zu erreichen. Bitte sprich selbst mit der Person.',
  over: 'Der letzte Tag ist vorbei.',
  named: 'Das Gespräch wurde der Personalabteilung zum Lesen gegeben.',
  open: 'Austritte',
  announce: 'Austritt ankündigen',
  edit: 'Berichtigen',
  withdraw: 'Zurückziehen',
  withdrawNow: 'Überall zurückziehen',
  keep: 'So lassen',
  read: 'Gespräch lesen',
  report: 'Warum Menschen gehen',
  value: 'Was Menschen hier antreibt',
  back: 'Zurück zu den Austritten',
  previous: 'Vorige Seite',
  next: (page, pages) => `Seite ${page} von ${pages}`,
  withdrawSure: (name, lastDay) => `Bleibt ${name} doch? Der letzte Tag wäre der ${lastDay}.`,
  withdrawNote:
    'Nach dem Zurückziehen wird nicht mehr gefragt, und alles Geschriebene wird ungelesen gelöscht. Das lässt sich nicht zurücknehmen.',
  announced: (name, lastDay) => `${name} ist angekündigt. Der letzte Tag ist der ${lastDay}.`,
  corrected: (name, lastDay) => `Berichtigt: Der letzte Tag von ${name} ist der ${lastDay}.`,
  unchanged: (name, lastDay) =>
    `Nichts hat sich geändert: Der letzte Tag von ${name} ist der ${lastDay}.`,
  withdrawn: (name) =>
    `Zurückgezogen: ${name} wird nicht mehr gefragt, und alles Geschriebene ist gelöscht.`,
  alreadyWithdrawn: 'Das war schon zurückgezogen. Es wurde nichts geändert.',
  grace: (hours) =>
    `In den nächsten ${hours} Stunden wird niemand angeschrieben, du kannst also noch berichtigen.`,
  gone: 'Dieser Austritt ist nicht mehr angekündigt, oder der letzte Tag ist vorbei. Es wurde nichts geändert.',
  notNamed: 'Hier gibt es kein Gespräch, das der Personalabteilung mit Namen gegeben wurde.',
  cantOpen:
    'Dieses Gespräch lässt sich nicht öffnen: Sein Schlüssel fehlt. Wer Soundings betreibt, kann im Schlüsselordner danach suchen.',
  unclear:
    'Ich weiß nicht, wen du meinst. Erwähne die Person mit @, oder schreib ihre E-Mail oder ihre Kennung aus der Personenliste.',
  howTo:
    'Schreib es so: leaver @person 2026-12-31. Bleibt jemand doch: leaver @person zurückgezogen.',
  faults: {
    'unknown-person': 'Niemand in der Personenliste hat diese Kennung oder E-Mail.',
    'no-date': 'Bitte schreib den letzten Tag so: 2026-12-31.',
    'last-day-past': 'Dieser Tag ist vorbei. Bitte nenne den letzten Tag, bevor er kommt.',
    'last-day-far': 'Dieser Tag liegt mehr als zwei Jahre voraus. Bitte prüfe das Jahr.',
    'unknown-kind': 'Bitte wähle aus dem, was angezeigt wird.',
    'job-family-long': 'Bitte nimm höchstens 60 Zeichen.',
    'not-announced': 'Dieser Austritt war nicht angekündigt, es gibt also nichts zurückzuziehen.',
    over: 'Der letzte Tag ist vorbei, deshalb lässt sich nichts mehr zurückziehen.',
  },
  withdrawnToThem:
    'Die Ankündigung, dass du gehst, wurde zurückgezogen. Deshalb gibt es kein Austrittsgespräch. Was du geschrieben hast, ist gelöscht. Du musst nichts tun.',
  yourExit: 'Dein Austrittsgespräch liegt hier bis zu deinem letzten Tag bereit.',
  yourExitButton: 'Mein Austrittsgespräch öffnen',
  form: {
    newTitle: 'Austritt ankündigen',
    editTitle: 'Austritt berichtigen',
    intro:
      'Gefragt wird vor dem letzten Tag, zur eigenen Arbeitszeit. Wer es liest, entscheidet die Person selbst.',
    editIntro: (name) => `Hier geht es um ${name}.`,
    person: 'Wer geht?',
    personHint: 'Wer schon angekündigt ist, wird in der Liste berichtigt.',
    typedHint: 'Die E-Mail, oder die Kennung aus der Personenliste.',
    lastDay: 'Letzter Arbeitstag',
    dayHint: 'Ein Tag wie 2026-12-31.',
    kind: 'Wie endet es?',
    kinds: {
      resigned: 'Eigene Kündigung',
      agreed: 'In gegenseitigem Einvernehmen',
      retired: 'Ruhestand',
      'contract-ended': 'Der Vertrag läuft aus',
      'job-cut': 'Die Stelle fällt weg',
      dismissed: 'Kündigung durch den Arbeitgeber',
      other: 'Auf andere Weise',
    },
    notSaid: 'Keine Angabe',
    regretted: 'Hättet ihr die Person gern behalten?',
    regrettedHint: 'Nur für Zahlen zur Fluktuation, über viele Menschen.',
    yes: 'Ja',
    no: 'Nein',
    jobFamily: 'Berufsgruppe',
    jobFamilyHint:
      'Zum Beispiel Technik, wenn du magst. Austritte einer Gruppe lassen sich zusammen zählen.',
    submit: 'Speichern',
  },
  interview: {
    title: (name) => `Das Austrittsgespräch von ${name}`,
    promise:
      'Es wurde der Personalabteilung vertraulich gegeben. Dass du es geöffnet hast, steht im Prüfprotokoll. Bitte gib nichts mit Namen weiter.',
    door: (answer) => `Beim Abschied: ${answer}`,
    later: (answer) => `Monate später: ${answer}`,
    words: { door: 'Beim Abschied', later: 'Monate später' },
    nothing: 'Alle Fragen wurden ausgelassen.',
  },
};
