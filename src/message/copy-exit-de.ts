/** What a leaver reads, in German. */
import type { ExitCopy } from './copy-exit.ts';

const months = (n: number) => `${n} ${n === 1 ? 'Monat' : 'Monate'}`;

export const germanExit: ExitCopy = {
  hello: (name, lastDay) =>
    `${name}, dein letzter Tag hier ist der ${lastDay}. Bevor du gehst: Sagst du uns ehrlich, warum, und was hier besser sein könnte?`,
  reminder: (name, lastDay) =>
    `${name}, noch eine kleine Erinnerung vor deinem letzten Tag am ${lastDay}: Ein paar Fragen warten auf dich, wenn du magst. Ich erinnere dich nicht noch einmal.`,
  ask: 'Etwa zehn Fragen, fünf Minuten. Lass weg, was du willst, mach Pause und später weiter, und ändere alles, bis du abschließt.',
  choose: 'Zuerst entscheidest du, wer es liest:',
  pooledMeans: (floor, releasedOn) =>
    `Gemeinsam gezählt: Deine Antworten werden versiegelt und nur zusammen mit denen anderer gezählt, die gehen. Für eine Zahl braucht es mindestens ${floor} Menschen, die gehen, und vor dem ${releasedOn} wird nichts gezeigt.`,
  pooledWords: (answers, writers) =>
    `Was du in eigenen Worten schreibst, liest dann nur die Personalabteilung: gemischt mit dem, was andere schreiben, ohne Namen, und erst ab ${answers} Antworten und ${writers} Menschen, die etwas geschrieben haben. Dein Schreibstil kann dich verraten.`,
  pooledWaits:
    'Gehen zu wenige gemeinsam, bleiben die Umschläge versiegelt und warten auf die nächste Auswertung.',
  namedMeans: (n) =>
    `Mit Namen: Nur die Personalabteilung liest es, mit deinem Namen, und jedes Lesen wird festgehalten. Deiner Führungskraft zeige ich es nie. Nach deinem letzten Tag bleibt es ${months(n)} erhalten, dann wird es gelöscht. Das ist vertraulich, nicht anonym.`,
  stricterOnly: (releasedOn) =>
    `Was mit Namen ist, kann bis zum ${releasedOn} noch gemeinsam gezählt werden. Umgekehrt geht es nie.`,
  ratherNot:
    'Lieber nicht? Ein Klick genügt. Dabei bleibt es dann, und niemand fragt nach dem Grund.',
  pooled: 'Gemeinsam gezählt',
  named: 'Mit Namen',
  decline: 'Lieber nicht',
  privacy: 'Wer liest was genau?',
  begun: 'Danke, dass du es uns sagst. Du kannst jederzeit aufhören und von hier aus weitermachen.',
  openPooled: (lastDay) =>
    `Du hast gewählt: gemeinsam gezählt. Bis zum Ende des ${lastDay} bleibt dein Entwurf verschlüsselt, und niemand liest ihn. Dann wird er versiegelt, so wie er ist, außer du löschst ihn.`,
  openNamed: (lastDay) =>
    `Du hast gewählt: mit Namen an die Personalabteilung. Bis zum Ende des ${lastDay} bleibt dein Entwurf verschlüsselt, und niemand liest ihn. Dann bekommt sie ihn, so wie er ist, außer du löschst ihn.`,
  goOn: 'Weitermachen',
  stricter: 'Gemeinsam zählen lassen',
  erase: 'Alles löschen',
  thanks: (name) => `Danke, ${name}. Das war alles, und es hilft. Wir wünschen dir alles Gute.`,
  donePooled: (releasedOn) =>
    `Deine Antworten sind versiegelt. Sie werden zusammen mit denen anderer gezählt, und vor dem ${releasedOn} wird nichts gezeigt.`,
  doneNamed: (n, releasedOn) =>
    `Die Personalabteilung kann deine Antworten jetzt mit deinem Namen lesen. Nach deinem letzten Tag bleiben sie ${months(n)} erhalten, dann werden sie gelöscht. Bis zum ${releasedOn} kannst du sie noch gemeinsam zählen lassen.`,
  ownCopy: 'Meine Antworten ansehen',
  linkWhy: (opensOn, until) =>
    `Mit etwas Abstand sieht manches anders aus. Vom ${opensOn} bis zum ${until} warten ein paar kurze Fragen auf dich, auf einer Seite, für die du kein Konto brauchst.`,
  linkKeep:
    'Der Link gehört nur dir und gilt einmal. Speichere ihn dort, wo du ihn dann noch findest.',
  link: 'Mein Link für später',
  declined:
    'Dann kein Gespräch. Es bleibt nichts davon erhalten, und ich melde mich deswegen nicht mehr. Wir wünschen dir alles Gute.',
  madePooled:
    'Erledigt: Es wird jetzt gemeinsam gezählt, und dabei bleibt es. Mit deinem Namen bekommt es niemand.',
  formTitle: 'Bevor du gehst',
  part: (part, of) => `Teil ${part} von ${of}.`,
  leaveEmpty: 'Lass leer, was du willst.',
  changing: 'Was du hier leer lässt, bleibt, wie es war. Mit Weglassen nimmst du es zurück.',
  most: (most) => `Höchstens ${most}.`,
  wordsPooled:
    'Freiwillig. Nur die Personalabteilung liest es, gemischt mit anderem und ohne Namen, aber dein Schreibstil kann dich verraten.',
  wordsNamed: 'Freiwillig. Die Personalabteilung liest es so, wie du es schreibst.',
  next: 'Weiter',
  stop: 'Später weiter',
  back: 'Zurück',
  leaveOut: 'Weglassen',
  tooLong: (over) => `Das ist um ${over} Zeichen zu lang. Bitte kürze es.`,
  givenAlready: 'Das hast du als wichtigsten Grund genannt. Bitte wähle etwas anderes.',
  notAsked: 'Das wird hier nicht mehr gefragt. Es wurde nichts geändert.',
  overview: 'Das war alles',
  overviewIntro:
    'Solange du nicht abschließt, ist nichts endgültig. Was du geantwortet hast, bleibt verschlüsselt und steht nicht hier.',
  answered: (question) => `${question} – beantwortet`,
  leftOut: (question) => `${question} – weggelassen`,
  answeredOf: (heading, answered, of) => `${heading} … – ${answered} von ${of} beantwortet`,
  change: (number) => `Ändern: ${number}`,
  finishPooled: 'Versiegeln und abschließen',
  finishNamed: 'An die Personalabteilung geben',
  eraseSure: 'Alles löschen?',
  eraseMeans:
    'Alles, was du geantwortet hast, wird vernichtet, und das Gespräch ist zu Ende. Das lässt sich nicht rückgängig machen.',
  contacts: 'An wen du dich wenden kannst',
  contactsIntro:
    'Was du gerade gewählt hast, wird nicht gespeichert und geht an niemanden. Wenn dem jemand nachgehen soll, wende dich bitte selbst an jemanden, wann immer du so weit bist.',
  noContacts:
    'Dein Arbeitgeber muss so etwas nachgehen. Du kannst dich an die Personalabteilung wenden, an eine Führungskraft, der du vertraust, oder an den Betriebsrat, wo es einen gibt.',
  outside:
    'Außerhalb des Unternehmens können dich eine Gewerkschaft, eine Fachanwältin oder ein Fachanwalt für Arbeitsrecht oder die öffentliche Stelle für Gleichbehandlung oder Arbeit beraten, auch nach deinem letzten Tag. Bist du in Gefahr, wähle den Notruf.',
  copyTitle: 'Deine Antworten',
  copyIntro: 'Das kann die Personalabteilung lesen. Gezeigt wird es nur dir.',
  privacyTitle: 'Wer was liest',
  draftMeans: (lastDay) =>
    `Bis du abschließt, wird ein Entwurf aufbewahrt, verschlüsselt mit einem Schlüssel, der außerhalb der Datenbank liegt. Am Ende des ${lastDay} wird er versiegelt oder an die Personalabteilung gegeben, so wie du gewählt hast. Löschst du ihn, wird der Schlüssel vernichtet.`,
  notTold:
    'In keinem Bericht steht, wer mitgemacht hat. Die Personalabteilung sieht es nur, wenn du mit Namen antwortest; deine Führungskraft sieht es nie.',
  none: 'Für dich gibt es hier gerade kein Austrittsgespräch. Es wurde nichts geändert.',
  over: (lastDay) =>
    `Dein letzter Tag war der ${lastDay}, deshalb ist dieses Gespräch vorbei. Danke.`,
  declinedAlready:
    'Du hast gesagt: lieber nicht. Dabei bleibt es, nichts ist erhalten, und alles ist gut.',
  endedAlready: 'Dieses Gespräch hast du schon abgeschlossen. Danke.',
  released: 'Diese Auswertung ist abgeschlossen, deshalb lässt sich nichts mehr ändern. Danke.',
  neverLooser:
    'Du hast gewählt, dass gemeinsam gezählt wird, und dabei bleibt es: Niemand kann deinen Namen dazusetzen, auch du nicht.',
  pooledAlready: 'Es wird schon gemeinsam gezählt.',
  notNamed:
    'Ansehen kannst du nur, was mit Namen an die Personalabteilung ging. Was gemeinsam gezählt wird, kann niemand öffnen.',
  later: {
    title: 'Ein paar Monate später',
    notYet: (opensOn, until) =>
      `Du bist früh dran. Diese Seite öffnet am ${opensOn} und bleibt bis zum ${until} offen. So lange gilt dein Link, also behalte ihn.`,
    over: 'Dieser Link ist abgelaufen, hier gibt es also nichts mehr zu beantworten. Wir wünschen dir alles Gute.',
    used: 'Dieser Link wurde schon benutzt. Dein Gespräch ist abgeschlossen, danke.',
    unknown: 'Dieser Link passt nicht. Bitte sieh nach, ob er ganz kopiert wurde.',
    withdrawn: 'Dieses Gespräch wurde zurückgezogen, hier gibt es also nichts zu beantworten.',
    intro: (organisation) =>
      `Vor einigen Monaten hast du ${organisation} verlassen. Wie siehst du es heute, mit etwas Abstand?`,
    short: 'Drei Minuten, kein Konto. Lass weg, was du willst.',
    pooledMeans: (floor, releasedOn) =>
      `Gemeinsam gezählt: Deine Antworten werden versiegelt und nur mit denen von insgesamt mindestens ${floor} Gegangenen gezählt. Vor dem ${releasedOn} wird nichts gezeigt, und was du in eigenen Worten schreibst, liest nur die Personalabteilung, gemischt und ohne Namen.`,
    draftMeans: (until) =>
      `Du kannst aufhören und mit demselben Link wiederkommen. Bis zum ${until} bleibt dein Entwurf verschlüsselt, dann endet er so, wie du gewählt hast.`,
    access: 'Wer darf deine Antworten diesmal lesen?',
    accessHint: 'Beim Abschied hast du mit Namen geantwortet. Du kannst neu wählen.',
    accessMissing: 'Bitte wähle eins von beiden.',
    pooled: 'Niemand mit Namen: gemeinsam gezählt mit anderen, die gegangen sind',
    named: (n) =>
      `Die Personalabteilung, mit meinem Namen; nach meinem letzten Tag bleibt es ${months(n)} erhalten`,
    end: 'Das war alles',
    endIntro: 'Solange du nicht abschließt, ist nichts endgültig.',
    endChoice: 'Möchtest du vorher noch etwas ändern?',
    endHint: 'Lass es leer, um abzuschließen.',
    erase: 'Stattdessen alles löschen',
    thanks: 'Danke. Wir wünschen dir alles Gute.',
    sealed: (releasedOn) =>
      `Deine Antworten sind versiegelt. Sie werden zusammen mit denen anderer gezählt, und vor dem ${releasedOn} wird nichts gezeigt.`,
    given: 'Die Personalabteilung kann deine Antworten jetzt mit deinem Namen lesen.',
    erased: 'Alles, was du hier geantwortet hast, wurde gelöscht, und niemand fragt noch einmal.',
  },
};
