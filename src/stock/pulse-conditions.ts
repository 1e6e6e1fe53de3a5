/** Pulse items about the conditions: pay, workload, flexibility, well-being. The first of a driver is asked for trends. */
import type { FivePoint } from '../survey/question.ts';
import { item } from './agreement.ts';

export const CONDITIONS: readonly FivePoint[] = [
  item('pay-1', 'pay', {
    en: 'My pay fits the work I do.',
    de: 'Mein Gehalt passt zu der Arbeit, die ich leiste.',
    fr: 'Mon salaire correspond au travail que je fais.',
    es: 'Mi sueldo se corresponde con el trabajo que hago.',
  }),
  item('pay-2', 'pay', {
    en: 'I understand how my pay is decided.',
    de: 'Ich verstehe, wie mein Gehalt zustande kommt.',
    fr: 'Je comprends comment mon salaire est fixé.',
    es: 'Entiendo cómo se decide mi sueldo.',
  }),
  item('pay-3', 'pay', {
    en: 'What I get here on top of my pay is worth something to me.',
    de: 'Was ich hier zusätzlich zum Gehalt bekomme, ist mir etwas wert.',
    fr: 'Ce que je reçois ici en plus du salaire a de la valeur pour moi.',
    es: 'Lo que recibo aquí además del sueldo tiene valor para mí.',
  }),
  item('pay-4', 'pay', {
    en: 'My pay compares well with what other employers offer for this work.',
    de: 'Mein Gehalt kann sich mit dem messen, was andere für diese Arbeit zahlen.',
    fr: 'Mon salaire soutient la comparaison avec ce que d’autres paient pour ce travail.',
    es: 'Mi sueldo está a la altura de lo que otras empresas pagan por este trabajo.',
  }),
  item('workload-1', 'workload', {
    en: 'In the last few weeks I got my work done within my working hours.',
    de: 'In den letzten Wochen habe ich meine Arbeit in der Arbeitszeit geschafft.',
    fr: 'Ces dernières semaines, j’ai pu finir mon travail pendant mes heures de travail.',
    es: 'En las últimas semanas he podido hacer mi trabajo dentro de mi horario.',
  }),
  item('workload-2', 'workload', {
    en: 'The tools I use make my work easier.',
    de: 'Die Arbeitsmittel, die ich nutze, machen mir die Arbeit leichter.',
    fr: 'Les outils que j’utilise me facilitent le travail.',
    es: 'Las herramientas que uso me facilitan el trabajo.',
  }),
  item('workload-3', 'workload', {
    en: 'In the place where I work, I can concentrate when it matters.',
    de: 'An meinem Arbeitsplatz kann ich mich konzentrieren, wenn es nötig ist.',
    fr: 'Là où je travaille, je peux me concentrer quand il le faut.',
    es: 'En el lugar donde trabajo puedo concentrarme cuando hace falta.',
  }),
  item('workload-4', 'workload', {
    en: 'My team has enough people for the work that we have to do.',
    de: 'Mein Team hat genug Leute für die Arbeit, die wir zu tun haben.',
    fr: 'Mon équipe a assez de monde pour le travail que nous avons à faire.',
    es: 'Mi equipo tiene gente suficiente para el trabajo que tenemos.',
  }),
  item('flexibility-1', 'flexibility', {
    en: 'When it matters, I can fit my working hours to my life.',
    de: 'Wenn es darauf ankommt, kann ich meine Arbeitszeit an mein Leben anpassen.',
    fr: 'Quand c’est important, je peux adapter mes horaires à ma vie.',
    es: 'Cuando es importante, puedo adaptar mi horario a mi vida.',
  }),
  item('flexibility-2', 'flexibility', {
    en: 'The place I work from suits me.',
    de: 'Der Ort, an dem ich arbeite, passt für mich.',
    fr: 'L’endroit où je travaille me convient.',
    es: 'El lugar desde el que trabajo me viene bien.',
  }),
  item('flexibility-3', 'flexibility', {
    en: 'I have room to arrange my working day my own way.',
    de: 'Ich habe Spielraum, meinen Arbeitstag selbst einzuteilen.',
    fr: 'J’ai de la marge pour organiser ma journée de travail à ma façon.',
    es: 'Tengo margen para organizar mi jornada a mi manera.',
  }),
  item('well-being-1', 'well-being', {
    en: 'Lately I have had some energy left at the end of the working day.',
    de: 'In letzter Zeit habe ich am Ende des Arbeitstags noch Kraft übrig.',
    fr: 'Ces derniers temps, il me reste de l’énergie à la fin de ma journée de travail.',
    es: 'Últimamente me queda energía al final de la jornada.',
  }),
  item('well-being-2', 'well-being', {
    en: 'On most days I am in a good mood at work.',
    de: 'An den meisten Tagen habe ich bei der Arbeit gute Laune.',
    fr: 'La plupart des jours, je suis de bonne humeur au travail.',
    es: 'La mayoría de los días estoy de buen humor en el trabajo.',
  }),
  item('well-being-3', 'well-being', {
    en: 'When my working day is over, messages from work can wait until the next.',
    de: 'Nach Feierabend können Nachrichten von der Arbeit bis zum nächsten Arbeitstag warten.',
    fr: 'Une fois ma journée finie, les messages du travail peuvent attendre la suivante.',
    es: 'Al acabar mi jornada, los mensajes del trabajo pueden esperar hasta la siguiente.',
  }),
  item('well-being-4', 'well-being', {
    en: 'Lately I have coped well with the pressure at work.',
    de: 'In letzter Zeit komme ich mit dem Druck bei der Arbeit gut zurecht.',
    fr: 'Ces derniers temps, je gère bien la pression au travail.',
    es: 'Últimamente llevo bien la presión del trabajo.',
  }),
];
