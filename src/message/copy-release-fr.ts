/** What released exits say, in French. */
import type { ReleaseCopy } from './copy-release.ts';

export const frenchRelease: ReleaseCopy = {
  ready: (date) =>
    `Ce qu’ont dit les personnes parties est prêt à être lu : la synthèse du ${date}.`,
  readyNote:
    'Tout a été compté ensemble : aucun chiffre ne porte sur moins de personnes que promis, ni sur une seule.',
  open: 'Lire ce qu’elles ont dit',
  title: (part) => `Pourquoi on part : ${part}`,
  basis: (date) =>
    `D’après les synthèses des douze derniers mois, la plus récente du ${date}. Chaque personne compte là où elle travaillait à son départ.`,
  none: 'Aucune synthèse n’est encore publiée. Les départs sont comptés ensemble quelques semaines après la fin de chaque période, dès que les réponses suffisent.',
  nothing: (part, floor) =>
    `Il n’y a encore rien à lire sur ${part} : on ne montre que ce qu’au moins ${floor} personnes parties ont dit ensemble.`,
  notYours: 'Cette partie ne te revient pas.',
  rules: (numbers, floor) =>
    `Il faut ${numbers} réponses pour donner des chiffres, au besoin sur plusieurs synthèses. À partir de ${floor}, il n’y a que des mots. Les parts sont arrondies à 5 ou 10 points, et le nombre de réponses l’est vers le bas.`,
  waits:
    'Ce à quoi trop peu de personnes ont répondu reste scellé et attend une prochaine synthèse. On ne dit ni si quelque chose attend, ni combien : cela révélerait qui a participé.',
  why: 'Pourquoi elles partent',
  came: 'Comment c’est venu',
  kept: 'Ce qui les aurait retenues',
  offers: 'Ce que les meilleures offres avaient',
  lookingBack: 'Avec le recul',
  later: 'Dit au départ, et dit des mois après',
  door: 'au départ',
  monthsLater: 'des mois après',
  families: 'Par famille de métiers',
  inWords: 'Avec leurs mots',
  wordsRule: (answers, commenters) =>
    `Les textes sont publiés à partir de ${answers} réponses et de ${commenters} personnes qui ont écrit, mélangés et sans noms ; ils ne vont qu’aux RH.`,
  mostOften: (list) => `Le plus souvent : ${list}.`,
  noneStandsOut: 'Aucune réponse ne se détache.',
  oftenBetter: (list) => `Souvent mieux qu’ici : ${list}.`,
  noneBetter: 'Rien n’était mieux assez souvent pour être cité.',
  others: (percent) => `toutes les autres : ${percent} chacune`,
  atLeast: (answers) => `sur au moins ${answers} réponses`,
  benchmark: (people, source) => `Les lignes plus pâles : ${people} (${source}).`,
  morePeople: 'Une partie plus petite',
  valueTitle: (part) => `Ce qui retient et ce qui attire ailleurs : ${part}`,
  valueIntro:
    'D’après les personnes qui travaillent ici et celles qui sont parties, toujours comptées avec d’autres.',
  drives: 'Ce qui fait avancer les gens ici',
  drivesNone: 'Aucun sondage n’a encore de chiffre pour cette partie.',
  stays: 'Pourquoi elles restent',
  staysNone: 'Personne n’a encore reçu la question, ou trop peu de personnes ont répondu.',
  leaves: 'Pourquoi elles partent, et ce que les meilleures offres avaient',
  leavesNone: 'Sur les départs de cette partie, on ne peut encore rien montrer.',
  exposure: 'Qui accepterait une telle offre',
  exposureNone: 'La question n’a pas encore été posée ici à celles et ceux qui restent.',
  exposureFew: (numbers) => `Moins de ${numbers} personnes ont répondu : aucune part n’est donnée.`,
  wouldGo: (would, perhaps, not) => `${would} oui, ${perhaps} peut-être, ${not} plutôt pas`,
  exposed: (part, percent, from, to) =>
    `${part} : environ ${percent} disent qu’elles accepteraient sans doute. Avec autant de réponses, cela peut aller de ${from} à ${to}.`,
  turnover: 'Combien partent',
  rate: (percent, months) => `Taux de départ sur ${months} mois : ${percent} des effectifs.`,
  count: (leavers, months) => `Départs en ${months} mois : ${leavers}.`,
  noRate: {
    'few-heads': 'Trop peu de personnes travaillent ici pour chiffrer les départs.',
    'short-period':
      'Les départs ne sont pas suivis ici depuis un an ; un taux demande 50 personnes.',
    'few-leavers': 'Trop peu de départs pour donner un nombre ; un taux demande 50 personnes.',
    'no-records':
      'Les départs ne sont pas encore suivis sur un mois entier : il n’y a pas de taux.',
  },
  firstYear: (percent) =>
    `Parmi les personnes recrutées, ${percent} sont parties dans leur première année.`,
  regretted: (percent) =>
    `Parmi celles qui ont choisi de partir, les RH en auraient gardé ${percent}.`,
  tenure: 'Combien de temps on reste',
  stayed: (months) => `après ${months} mois`,
  interval: (percent, from, to) => `${percent} sont encore là (sans doute de ${from} à ${to})`,
  retentionRules:
    'Ce sont les données des RH, pas des réponses. Taux et parts ne sont donnés qu’à partir de 50 personnes.',
  report: 'Ce qu’ont dit les départs',
  value: 'Ce qui retient ici',
  askMirror: 'Interroger qui reste',
  askStay: 'Demander pourquoi on reste',
  mirrorName: (part) => `Accepterais-tu une telle offre ? ${part}`,
  stayName: (part) => `Pourquoi tu restes : ${part}`,
  planned: (name, when) =>
    `Prévu : ${name}. La question sera posée une seule fois, à partir de ${when}.`,
  plannedNote:
    'Les réponses sont scellées et comptées ensemble comme toutes les autres, et personne n’est obligé d’y répondre. La page des campagnes permet d’y mettre fin.',
  noMirror: (part) =>
    `Ce qu’ont dit les personnes parties de ${part} ne cite encore rien que la plupart des meilleures offres avaient.`,
  askedLately: (part, days) =>
    `La question est déjà posée dans ${part}, ou l’a été dans les ${days} derniers jours.`,
  tooFew: (part, floor) =>
    `Moins de ${floor} personnes travaillent dans ${part} : leurs réponses ne pourraient jamais être montrées.`,
};
