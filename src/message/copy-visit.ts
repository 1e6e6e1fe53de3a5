/** The few words of the second wave's page that are its own: what it says before it knows whose link it is. */
import { copyFor } from './languages.ts';

export interface VisitCopy {
  /** What the link to the calendar file says. */
  readonly calendar: string;
  /** Above the fields that something is wrong with. */
  readonly check: string;
  readonly tooOften: string;
  readonly tooMuch: string;
  readonly failed: string;
}

const WORDS: Readonly<Record<string, VisitCopy>> = {
  en: {
    calendar: 'Put it in my calendar',
    check: 'Please look at this once more. Nothing was kept yet.',
    tooOften: 'This page was opened very often just now. Please come back in a minute.',
    tooMuch: 'That was more than can be taken at once, so nothing was kept. Please write less.',
    failed: 'Something went wrong here, so nothing has changed. Please try again in a minute.',
  },
  de: {
    calendar: 'In meinen Kalender eintragen',
    check: 'Bitte sieh dir das noch einmal an. Behalten wurde davon noch nichts.',
    tooOften:
      'Diese Seite wurde gerade sehr oft geöffnet. Bitte komm in einer Minute noch einmal wieder.',
    tooMuch:
      'Das war mehr, als auf einmal geht, deshalb wurde nichts behalten. Bitte schreib weniger.',
    failed:
      'Hier ist etwas schiefgegangen, deshalb hat sich nichts geändert. Bitte versuch es in einer Minute noch einmal.',
  },
  fr: {
    calendar: 'Ajouter à mon agenda',
    check: 'Regarde cela encore une fois, s’il te plaît. Rien n’a encore été gardé.',
    tooOften: 'Cette page vient d’être ouverte très souvent. Reviens dans une minute.',
    tooMuch:
      'C’était trop pour une seule fois, donc rien n’a été gardé. Écris moins, s’il te plaît.',
    failed: 'Quelque chose n’a pas marché ici, donc rien n’a changé. Réessaie dans une minute.',
  },
  es: {
    calendar: 'Añadir a mi calendario',
    check: 'Mira esto otra vez, por favor. Todavía no se ha guardado nada.',
    tooOften: 'Esta página se ha abierto muchas veces seguidas. Vuelve dentro de un minuto.',
    tooMuch: 'Era más de lo que cabe de una vez, así que no se ha guardado nada. Escribe menos.',
    failed: 'Algo ha fallado aquí, así que no ha cambiado nada. Inténtalo dentro de un minuto.',
  },
};

export function visitCopy(locale: string): VisitCopy {
  return WORDS[copyFor(locale).language] ?? (WORDS.en as VisitCopy);
}
