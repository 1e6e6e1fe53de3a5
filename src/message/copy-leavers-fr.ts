/** What HR reads of leavers, in French. */
import type { LeaversCopy } from './copy-leavers.ts';

export const frenchLeavers: LeaversCopy = {
  title: 'Qui part',
  intro:
    'Rien ici ne dit qui a répondu, refusé ou choisi d’être compté avec d’autres. On ne peut lire que ce que quelqu’un a donné aux RH sous son nom.',
  none: 'Aucun départ n’est annoncé. Une personne annoncée est interrogée bien avant son dernier jour.',
  leaver: (name, unit, lastDay) => `${name}, ${unit}. Dernier jour : ${lastDay}.`,
  willBeAsked: (day) => `Sera interrogé(e) le ${day}.`,
  soon: 'Sera interrogé(e) dans les prochains jours.',
  asked: 'A reçu l’invitation, sauf si la personne ne veut pas de messages.',
  late: 'Annoncé trop tard pour poser des questions avant le dernier jour. Ce départ compte quand même dans la rotation du personnel.',
  unreachable: 'Injoignable par messagerie. Parle-lui de vive voix, s’il te plaît.',
  over: 'Le dernier jour est passé.',
  named: 'Cet entretien a été donné à lire aux RH.',
  open: 'Départs',
  announce: 'Annoncer un départ',
  edit: 'Corriger',
  withdraw: 'Retirer',
  withdrawNow: 'Retirer partout',
  keep: 'Laisser ainsi',
  read: 'Lire l’entretien',
  report: 'Pourquoi on part',
  value: 'Ce qui motive ici',
  back: 'Retour aux départs',
  previous: 'Page précédente',
  next: (page, pages) => `Page ${page} sur ${pages}`,
  withdrawSure: (name, lastDay) =>
    `${name} reste finalement ? Le dernier jour serait le ${lastDay}.`,
  withdrawNote:
    'Une fois le départ retiré, plus aucune question n’est posée et tout ce qui a été écrit est effacé sans être lu. C’est définitif.',
  announced: (name, lastDay) => `Le départ de ${name} est annoncé. Dernier jour : ${lastDay}.`,
  corrected: (name, lastDay) => `Corrigé : le dernier jour de ${name} est le ${lastDay}.`,
  unchanged: (name, lastDay) => `Rien n’a changé : le dernier jour de ${name} est le ${lastDay}.`,
  withdrawn: (name) =>
    `Retiré : plus aucune question pour ${name}, et tout ce qui était écrit est effacé.`,
  alreadyWithdrawn: 'C’était déjà retiré. Rien n’a été modifié.',
  grace: (hours) =>
    `Personne ne reçoit de message pendant ${hours} heures, tu peux donc encore corriger.`,
  gone: 'Ce départ n’est plus annoncé, ou son dernier jour est passé. Rien n’a été modifié.',
  notNamed: 'Il n’y a ici aucun entretien donné aux RH sous un nom.',
  cantOpen:
    'Impossible d’ouvrir cet entretien : sa clé manque. La personne qui gère Soundings peut la chercher dans le dossier des clés.',
  unclear:
    'Je ne sais pas de qui tu parles. Mentionne la personne avec un @, ou écris son e-mail ou son identifiant du fichier du personnel.',
  howTo:
    'Écris-le ainsi : leaver @personne 2026-12-31. Si quelqu’un reste finalement : leaver @personne reste.',
  faults: {
    'unknown-person': 'Personne dans le fichier du personnel n’a cet identifiant ou cet e-mail.',
    'no-date': 'Écris le dernier jour ainsi, s’il te plaît : 2026-12-31.',
    'last-day-past': 'Ce jour est passé. Indique le dernier jour avant qu’il n’arrive.',
    'last-day-far': 'Ce jour est à plus de deux ans. Vérifie l’année, s’il te plaît.',
    'unknown-kind': 'Choisis parmi ce qui est affiché, s’il te plaît.',
    'job-family-long': '60 caractères au plus, s’il te plaît.',
    'not-announced': 'Ce départ n’était pas annoncé, il n’y a donc rien à retirer.',
    over: 'Le dernier jour est passé, on ne peut plus rien retirer.',
  },
  withdrawnToThem:
    'L’annonce de ton départ a été retirée, il n’y a donc pas d’entretien de départ. Tout ce que tu as écrit est effacé. Tu n’as rien à faire.',
  yourExit: 'Ton entretien de départ t’attend ici jusqu’à ton dernier jour.',
  yourExitButton: 'Ouvrir mon entretien de départ',
  form: {
    newTitle: 'Annoncer un départ',
    editTitle: 'Corriger un départ',
    intro:
      'La personne est interrogée avant son dernier jour, pendant ses heures de travail, et choisit elle-même qui la lit.',
    editIntro: (name) => `Il s’agit de ${name}.`,
    person: 'Qui part ?',
    personHint: 'Un départ déjà annoncé se corrige dans la liste.',
    typedHint: 'Son e-mail, ou son identifiant du fichier du personnel.',
    lastDay: 'Dernier jour de travail',
    dayHint: 'Un jour comme 2026-12-31.',
    kind: 'Comment cela se termine-t-il ?',
    kinds: {
      resigned: 'Démission',
      agreed: 'D’un commun accord',
      retired: 'Départ à la retraite',
      'contract-ended': 'Le contrat arrive à son terme',
      'job-cut': 'Le poste est supprimé',
      dismissed: 'Licenciement',
      other: 'Autrement',
    },
    notSaid: 'Non précisé',
    regretted: 'Auriez-vous aimé garder cette personne ?',
    regrettedHint: 'Seulement pour les chiffres de rotation, sur beaucoup de personnes.',
    yes: 'Oui',
    no: 'Non',
    jobFamily: 'Famille de métiers',
    jobFamilyHint:
      'Par exemple Technique, si tu veux. Les départs d’une même famille peuvent être comptés ensemble.',
    submit: 'Enregistrer',
  },
  interview: {
    title: (name) => `L’entretien de départ de ${name}`,
    promise:
      'Il a été donné aux RH en toute confiance. Le journal d’audit note que tu l’as lu. Ne transmets rien avec un nom, s’il te plaît.',
    door: (answer) => `Au départ : ${answer}`,
    later: (answer) => `Des mois plus tard : ${answer}`,
    words: { door: 'Au départ', later: 'Des mois plus tard' },
    nothing: 'Toutes les questions ont été passées.',
  },
};
