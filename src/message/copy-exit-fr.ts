/** What a leaver reads, in French. No-break spaces stand before `: ; ? ! %` and inside « ». */
import type { ExitCopy } from './copy-exit.ts';

const months = (n: number) => `${n} mois`;

export const frenchExit: ExitCopy = {
  hello: (name, lastDay) =>
    `${name}, ton dernier jour ici est le ${lastDay}. Avant ton départ : peux-tu nous dire franchement pourquoi, et ce qui pourrait être mieux ici ?`,
  reminder: (name, lastDay) =>
    `${name}, un petit rappel avant ton dernier jour, le ${lastDay} : quelques questions t’attendent, si tu veux. Il n’y aura pas d’autre rappel.`,
  ask: 'Une dizaine de questions, cinq minutes. Laisse de côté ce que tu veux, arrête-toi et reprends plus tard, et modifie tout jusqu’à la fin.',
  choose: 'Tu décides d’abord qui lira tes réponses :',
  pooledMeans: (floor, releasedOn) =>
    `Comptées ensemble : tes réponses sont scellées et seulement comptées avec celles d’autres personnes qui partent. Il en faut au moins ${floor} pour un chiffre, et rien n’est montré avant le ${releasedOn}.`,
  pooledWords: (answers, writers) =>
    `Ce que tu écris avec tes mots n’est alors lu que par les RH, mélangé à d’autres textes et sans les noms, et seulement à partir de ${answers} réponses et de ${writers} personnes qui ont écrit. Ta façon d’écrire peut être reconnue.`,
  pooledWaits:
    'Si trop peu de personnes partent en même temps, les enveloppes restent scellées et attendent la publication suivante.',
  namedMeans: (n) =>
    `Avec ton nom : seules les RH lisent tes réponses, avec ton nom, et chaque lecture est consignée. Je ne les montre jamais à ton manager. Elles sont effacées ${months(n)} après ton dernier jour. C’est confidentiel, pas anonyme.`,
  stricterOnly: (releasedOn) =>
    `Ce qui porte ton nom peut encore être compté avec le reste jusqu’au ${releasedOn}. L’inverse n’est jamais possible.`,
  ratherNot:
    'Tu préfères ne pas répondre ? Un clic suffit. C’est définitif, et personne ne demande pourquoi.',
  pooled: 'Comptées ensemble',
  named: 'Aux RH avec mon nom',
  decline: 'Je préfère ne pas',
  privacy: 'Qui lit quoi exactement ?',
  begun: 'Merci de nous le dire. Tu peux t’arrêter quand tu veux et reprendre à partir d’ici.',
  openPooled: (lastDay) =>
    `Ton choix : comptées ensemble. Jusqu’à la fin du ${lastDay}, ton brouillon est gardé chiffré et personne ne le lit. Ensuite il est scellé tel quel, sauf si tu l’effaces.`,
  openNamed: (lastDay) =>
    `Ton choix : aux RH avec ton nom. Jusqu’à la fin du ${lastDay}, ton brouillon est gardé chiffré et personne ne le lit. Ensuite les RH le reçoivent tel quel, sauf si tu l’effaces.`,
  goOn: 'Continuer',
  stricter: 'Compter avec les autres',
  erase: 'Tout effacer',
  thanks: (name) =>
    `Merci, ${name}. C’était tout, et cela nous aide. Nous te souhaitons le meilleur.`,
  donePooled: (releasedOn) =>
    `Tes réponses sont scellées. Elles sont comptées avec celles d’autres personnes, et rien n’est montré avant le ${releasedOn}.`,
  doneNamed: (n, releasedOn) =>
    `Les RH peuvent maintenant lire tes réponses, avec ton nom. Elles sont effacées ${months(n)} après ton dernier jour. Jusqu’au ${releasedOn}, tu peux encore les faire compter avec les autres.`,
  ownCopy: 'Une copie de mes réponses',
  linkWhy: (opensOn, until) =>
    `Avec du recul, on voit parfois les choses autrement. Du ${opensOn} au ${until}, quelques courtes questions t’attendent sur une page qui ne demande aucun compte.`,
  linkKeep:
    'Ce lien est à toi et sert une seule fois. Garde-le là où tu pourras encore le retrouver.',
  link: 'Mon lien pour plus tard',
  declined:
    'Pas d’entretien, donc. Rien n’en est gardé, et on ne te le demandera plus. Nous te souhaitons le meilleur.',
  madePooled:
    'C’est fait : tes réponses sont comptées avec les autres, et cela reste ainsi. Les RH ne les reçoivent pas avec ton nom.',
  formTitle: 'Avant ton départ',
  part: (part, of) => `Partie ${part} sur ${of}.`,
  leaveEmpty: 'Laisse vide ce que tu veux.',
  changing:
    'Ce que tu laisses vide ici reste comme avant. Laisser de côté retire ce que tu as répondu.',
  most: (most) => `${most} au plus.`,
  wordsPooled:
    'Facultatif. Lu seulement par les RH, mélangé à d’autres textes et sans les noms, mais ta façon d’écrire peut être reconnue.',
  wordsNamed: 'Facultatif. Les RH le lisent tel que tu l’écris.',
  next: 'Suivant',
  stop: 'Arrêter pour l’instant',
  back: 'Retour',
  leaveOut: 'Laisser de côté',
  tooLong: (over) =>
    `C’est trop long, de ${over} caractères environ. Raccourcis le texte, s’il te plaît.`,
  givenAlready: 'Tu l’as déjà indiqué comme raison principale. Choisis autre chose, s’il te plaît.',
  notAsked: 'Cela n’est plus demandé ici. Rien n’a été modifié.',
  overview: 'C’était tout',
  overviewIntro:
    'Rien n’est définitif tant que tu n’as pas terminé. Ce que tu as répondu est gardé chiffré et n’est pas affiché ici.',
  answered: (question) => `${question} – répondu`,
  leftOut: (question) => `${question} – laissé de côté`,
  answeredOf: (heading, answered, of) => `${heading} … – ${answered} réponses sur ${of}`,
  change: (number) => `Modifier ${number}`,
  finishPooled: 'Sceller et terminer',
  finishNamed: 'Donner aux RH et terminer',
  eraseSure: 'Tout effacer ?',
  eraseMeans:
    'Tout ce que tu as répondu est détruit, et l’entretien est terminé. On ne peut pas revenir en arrière.',
  contacts: 'À qui tu peux t’adresser',
  contactsIntro:
    'Ce que tu viens de choisir n’est ni gardé ni transmis. Si cela doit être examiné, adresse-toi toi-même à quelqu’un, quand tu te sens prêt ou prête.',
  noContacts:
    'Ton employeur doit examiner de tels faits. Tu peux t’adresser aux RH, à un ou une manager en qui tu as confiance, ou aux représentants du personnel s’il y en a.',
  outside:
    'En dehors de l’entreprise, un syndicat, un avocat ou une avocate en droit du travail, ou l’organisme public chargé du travail ou de l’égalité peut te conseiller, même après ton dernier jour. En cas de danger, appelle le numéro d’urgence.',
  copyTitle: 'Tes réponses',
  copyIntro: 'Voilà ce que les RH peuvent lire. Cela n’est montré qu’à toi.',
  privacyTitle: 'Qui lit quoi',
  draftMeans: (lastDay) =>
    `Jusqu’à la fin de l’entretien, un brouillon est gardé, chiffré avec une clé qui se trouve hors de la base de données. À la fin du ${lastDay}, il est scellé ou donné aux RH, selon ton choix. Si tu l’effaces, la clé est détruite.`,
  notTold:
    'Aucun rapport ne dit qui a participé. Les RH ne le voient que si tu réponds avec ton nom ; ton manager ne le voit jamais.',
  none: 'Il n’y a pas d’entretien de départ pour toi en ce moment. Rien n’a été modifié.',
  over: (lastDay) => `Ton dernier jour était le ${lastDay}, cet entretien est donc terminé. Merci.`,
  declinedAlready:
    'Tu as dit que tu préférais ne pas répondre, et cela reste ainsi. Rien n’est gardé, et tout va bien.',
  endedAlready: 'Tu as déjà terminé cet entretien. Merci.',
  released: 'Cette publication est close, rien ne peut donc plus être modifié. Merci.',
  neverLooser:
    'Tu as choisi que tes réponses soient comptées ensemble, et cela reste ainsi : personne ne peut y ajouter ton nom, pas même toi.',
  pooledAlready: 'Tes réponses sont déjà comptées ensemble.',
  notNamed:
    'Il n’y a de copie que de ce qui est allé aux RH avec ton nom. Ce qui est compté ensemble, personne ne peut le rouvrir.',
  later: {
    title: 'Quelques mois plus tard',
    notYet: (opensOn, until) =>
      `Tu es en avance. Cette page ouvre le ${opensOn} et reste ouverte jusqu’au ${until}. Ton lien est valable jusque-là, garde-le donc.`,
    over: 'Ce lien a expiré, il n’y a donc plus rien à répondre ici. Nous te souhaitons le meilleur.',
    used: 'Ce lien a déjà servi. Ton entretien est terminé, merci.',
    unknown: 'Ce lien ne convient pas. Vérifie, s’il te plaît, qu’il a été copié en entier.',
    withdrawn: 'Cet entretien a été retiré, il n’y a donc rien à répondre ici.',
    intro: (organisation) =>
      `Il y a quelques mois, tu as quitté ${organisation}. Avec du recul, comment vois-tu les choses aujourd’hui ?`,
    short: 'Trois minutes, aucun compte. Laisse de côté ce que tu veux.',
    pooledMeans: (floor, releasedOn) =>
      `Comptées ensemble : tes réponses sont scellées et seulement comptées avec celles d’au moins ${floor} personnes parties, toi comprise. Rien n’est montré avant le ${releasedOn}, et ce que tu écris avec tes mots n’est lu que par les RH, mélangé et sans les noms.`,
    draftMeans: (until) =>
      `Tu peux t’arrêter et revenir avec le même lien. Jusqu’au ${until}, ton brouillon est gardé chiffré, puis il se termine comme tu l’as choisi.`,
    access: 'Qui peut lire tes réponses cette fois ?',
    accessHint: 'À ton départ, tu avais répondu avec ton nom. Tu peux choisir de nouveau.',
    accessMissing: 'Choisis l’une des deux possibilités, s’il te plaît.',
    pooled: 'Personne avec mon nom : comptées avec celles d’autres personnes parties',
    named: (n) => `Les RH, avec mon nom, jusqu’à ${months(n)} après mon dernier jour`,
    end: 'C’était tout',
    endIntro: 'Rien n’est définitif tant que tu n’as pas terminé.',
    endChoice: 'Veux-tu d’abord modifier quelque chose ?',
    endHint: 'Laisse vide pour terminer.',
    erase: 'Tout effacer à la place',
    thanks: 'Merci. Nous te souhaitons le meilleur.',
    sealed: (releasedOn) =>
      `Tes réponses sont scellées. Elles sont comptées avec celles d’autres personnes, et rien n’est montré avant le ${releasedOn}.`,
    given: 'Les RH peuvent maintenant lire tes réponses, avec ton nom.',
    erased: 'Tout ce que tu as répondu ici a été effacé, et on ne te demandera plus rien.',
  },
};
