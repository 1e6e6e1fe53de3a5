/** French. No-break spaces stand before `: ; ? ! %` and inside « ». */
import type { Copy } from './copy.ts';
import { frenchAdmin } from './copy-admin-fr.ts';
import { frenchComments } from './copy-comments-fr.ts';
import { frenchExit } from './copy-exit-fr.ts';
import { frenchFigures } from './copy-figures-fr.ts';
import { frenchHome } from './copy-home-fr.ts';
import { frenchLeavers } from './copy-leavers-fr.ts';
import { frenchLoop } from './copy-loop-fr.ts';
import { frenchRelease } from './copy-release-fr.ts';
import { frenchSignIn } from './copy-sign-in-fr.ts';

/** Nought is singular in French. */
const count = (n: number, one: string, many: string) => `${n} ${n < 2 ? one : many}`;

export const french: Copy = {
  language: 'fr',
  ...frenchHome,
  ...frenchAdmin,
  exit: frenchExit,
  figures: frenchFigures,
  leavers: frenchLeavers,
  release: frenchRelease,
  loop: frenchLoop,
  comments: frenchComments,
  signIn: frenchSignIn,
  asking: {
    greeting: (name, questions, until) =>
      `Bonjour ${name}. Cette semaine, ${count(questions, 'courte question, ouverte', 'courtes questions, ouvertes')} jusqu’à ${until}.`,
    reminder: (name, until) =>
      `${name}, un petit rappel : les questions de cette semaine sont ouvertes jusqu’à ${until}.`,
    answerAll: (questions) =>
      questions === 1 ? 'Répondre avec un commentaire' : 'Répondre à toutes les questions',
    promise: (others) =>
      `Ta réponse est scellée aussitôt et n’est comptée qu’avec celles d’au moins ${count(others, 'autre personne', 'autres personnes')}.`,
    sealed: (until) => `Réponse scellée jusqu’à ${until}. Merci.`,
    sealedNote:
      'Personne ne peut l’ouvrir avant, pas même ce programme. Tu peux encore la modifier.',
    answerRest: 'Répondre au reste ou modifier',
    change: 'Modifier ma réponse',
    skip: 'Pas cette semaine',
    skipped: (until) =>
      `Pas cette semaine, donc. Aucun rappel. Tu peux encore répondre jusqu’à ${until}.`,
    answerAfterAll: 'Répondre quand même',
    privacy: 'À quel point est-ce anonyme ?',
    closed: 'Ce questionnaire est terminé. Merci.',
    closedNote: 'Les réponses ont été comptées ensemble et les enveloppes brûlées.',
    cancelled: 'Ce questionnaire a été annulé.',
    cancelledNote:
      'Rien n’a été compté ; toutes les enveloppes ont été détruites sans être ouvertes.',
    formTitle: 'Questions de la semaine',
    formIntro: (until) =>
      `Ouvert jusqu’à ${until}. Laisse de côté ce que tu veux : un champ vide garde ce que tu as scellé auparavant. Les réponses précédentes ne sont jamais affichées.`,
    submit: 'Sceller mes réponses',
    cancel: 'Annuler',
    scaleEnds: (low, high) => `0 signifie « ${low} », 10 signifie « ${high} ».`,
    commentHint:
      'Facultatif. Les noms, adresses et liens sont retirés, mais ta façon d’écrire peut être reconnue.',
    readers: 'Qui peut lire ce commentaire ?',
    readerTeam: 'Les personnes qui lisent la synthèse de mon équipe',
    readerHr: 'Les RH uniquement',
  },
  refusal: {
    closed: (when) =>
      `Ce questionnaire est clos depuis ${when}, cette réponse n’a donc pas été prise en compte. Tu recevras le prochain.`,
    notAsked: 'Ce questionnaire ne t’a pas été adressé, il n’y a donc rien à répondre.',
    noSuchRound: 'Ce questionnaire n’existe plus.',
    offScale:
      'Ce n’est pas l’une des réponses possibles. Choisis, s’il te plaît, l’une de celles qui sont affichées.',
    chooseOne: 'Choisis une seule réponse, s’il te plaît.',
    tooLong: (bytes, limit) =>
      `C’est trop long de ${count(bytes - limit, 'caractère', 'caractères')}. Raccourcis le texte, s’il te plaît ; rien n’a été scellé.`,
    nothingGiven: 'Rien n’était rempli, donc rien n’a été scellé.',
    unknownCommand:
      'Je ne comprends que quelques mots ; ce que tu as écrit n’a pas été enregistré et ne compte pas comme réponse. Écris « aide » pour les voir.',
    notAllowed: 'Tu n’as pas le droit de faire cela. Rien n’a été modifié.',
  },
  chat: {
    stranger:
      'Je ne te connais pas ici, il n’y a donc rien à quoi répondre. Si on devait te poser des questions, préviens les personnes qui gèrent Soundings.',
    tooSlow:
      'Cela a pris trop de temps, rien ne s’est ouvert. Clique encore une fois, s’il te plaît.',
    noWindow:
      'Cela ouvre une fenêtre, ce qui n’est possible qu’après un clic. Tape /soundings suivi des mêmes mots, s’il te plaît.',
    notStored:
      'Cela n’a pas pu être enregistré, rien n’a donc changé. Réessaie dans une minute, s’il te plaît.',
    sealing:
      'Mise sous scellés en cours. Cela prend un peu plus de temps que d’habitude ; tu peux fermer cette fenêtre.',
    done: 'C’est fait.',
    close: 'Fermer',
    onlyAlone:
      'Je ne parle qu’avec une personne à la fois. Écris-moi dans une conversation à nous deux, s’il te plaît ; rien n’a été repris d’ici.',
    notUnderstood: 'Je ne connais plus ce bouton. Rien n’a été enregistré.',
    greetingTitle: 'Bonjour, ici Soundings',
    greetingWhy: (organisation) =>
      `${organisation} m’a installé ici pour poser de temps en temps quelques courtes questions sur le travail. Tu reçois ce message parce que tu y travailles.`,
    greetingAnswers:
      'Chaque réponse est scellée aussitôt et seulement comptée avec d’autres. Ce qui est montré ne nomme personne, et personne n’apprend si tu as répondu.',
    greetingStop:
      'Rien ne t’oblige à répondre. Tape « stop » et on ne te demandera plus rien, « pause » pour quelques semaines de repos, ou « aide » pour voir tout ce que tu peux taper.',
  },
  command: {
    helpTitle: 'Ce que tu peux écrire',
    help: [
      ['maintenant', 'voir les questions ouvertes'],
      ['passer', 'pas cette semaine'],
      ['pause', 'aucune question pendant quatre semaines (« pause 2 » pour deux)'],
      ['arrêter', 'plus de questions tant que tu n’écris pas « reprendre »'],
      ['reprendre', 'recevoir de nouveau les questions'],
      ['heure 14:30', 'recevoir les questions à un autre moment de la journée'],
      ['calme 2026-12-21 2027-01-03', 'rester au calme ces jours-là'],
      ['confidentialité', 'à quel point c’est anonyme, pour toi, en ce moment'],
      ['langue en', 'recevoir les messages dans une autre langue'],
    ],
    paused: (until) =>
      `En pause. Tu ne recevras pas de questions avant le ${until}. On ne le dit à personne. Écris « reprendre » pour mettre fin à la pause.`,
    stopped:
      'C’est noté. Tu ne recevras plus de questions tant que tu n’écris pas « reprendre ». On ne le dit à personne.',
    resumed: 'Te revoilà, bienvenue. Tu recevras le prochain questionnaire.',
    language: (name) => `Désormais, je t’écris en ${name}.`,
    languages: (list) =>
      `Je peux écrire dans ces langues : ${list}. Écris par exemple « langue en ».`,
    nothingOpen: 'Rien n’est ouvert pour toi en ce moment.',
    skippedNothing: 'Il n’y a rien d’ouvert que tu puisses passer.',
    hour: (time) =>
      `À partir du prochain questionnaire, les questions t’arriveront à ${time}, heure locale pour toi.`,
    hourUnknown: 'Indique, s’il te plaît, une heure de 7:00 à 19:59, par exemple « heure 14:30 ».',
    quiet: (from, to) =>
      from === to
        ? `Je ne te dérangerai pas le ${from}. On ne le dit à personne.`
        : `Je ne te dérangerai pas du ${from} au ${to}. On ne le dit à personne.`,
    quietUnknown:
      'Indique, s’il te plaît, le premier et le dernier jour, par exemple « calme 2026-12-21 2027-01-03 ».',
    pauseTooLong: (most) =>
      `Indique, s’il te plaît, un nombre de semaines de 1 à ${most}, par exemple « pause 2 ».`,
  },
  privacy: {
    title: 'À quel point c’est anonyme pour toi, en ce moment',
    seal: 'Dès que tu cliques, ta réponse entre dans une enveloppe scellée. L’enveloppe ne peut pas être ouverte avant la fin du questionnaire ; toutes sont alors ouvertes ensemble, comptées sans noms, et brûlées avec la clé.',
    unit: (unit, people, floor) =>
      `Tes réponses comptent dans ${unit} (${count(people, 'membre', 'membres')}). Pour un chiffre, il faut au moins ${floor} réponses.`,
    smallUnit: (unit, above) =>
      `S’il y en a moins dans ${unit}, elles sont comptées avec celles de l’unité ${above} et ne sont pas affichées pour ${unit}.`,
    ownTeam: (unit, above) =>
      `Tu diriges ${unit}, tes propres réponses comptent donc dans ${above} : jamais dans ce que tu lis sur ton équipe.`,
    reader: (unit, manager) => `${manager} lit la synthèse de l’unité ${unit}.`,
    noReader: (unit) => `Personne ne lit de synthèse de l’unité ${unit}.`,
    hr: 'Les RH lisent la synthèse de toute l’organisation.',
    comments: (answers, commenters) =>
      `Les commentaires sont affichés mélangés et sans noms, et seulement à partir de ${answers} réponses et de ${commenters} personnes qui en ont écrit un.`,
    notPromised:
      'Ce qui n’est pas promis : quiconque contrôle le programme en marche ou la plateforme de chat elle-même peut voir les clics au moment où ils se font, et ta façon d’écrire peut être reconnue.',
  },
  digest: {
    title: (unit, date) => `${unit}, semaine du ${date}`,
    summary: (unit) => `Ce que dit ${unit} cette semaine`,
    clear: (driver, direction, since) =>
      `${driver} : nettement ${direction === 'up' ? 'mieux' : 'moins bien'} que le ${since}.`,
    changed: (direction, since) =>
      `Nettement ${direction === 'up' ? 'mieux' : 'moins bien'} que le ${since}.`,
    noChange: 'Pas de changement net.',
    noChangeSince: (since) => `Pas de changement net depuis le ${since}.`,
    restarted: (since) => `L’équipe a changé depuis le ${since} ; la comparaison repart de zéro.`,
    first: 'Il n’y a pas encore de point de comparaison.',
    levels: { low: 'faible', mixed: 'mitigé', good: 'bon' },
    best: (driver, level) => `Au plus haut : ${driver} (${level}).`,
    weakest: (driver, level) => `Au plus bas : ${driver} (${level}).`,
    allAlike: (level) => `Pour tout ce qui a été demandé, le résultat est ${level}.`,
    tooFew: (unit) =>
      `Trop peu de réponses cette semaine pour afficher des chiffres propres à ${unit}.`,
    insteadOf: (unit, above) =>
      `Il y a eu trop peu de réponses pour un chiffre propre à ${unit} ; voici donc celui de l’unité ${above}.`,
    nothing: (unit) =>
      `Il y a eu trop peu de réponses pour afficher quoi que ce soit pour ${unit} ou les unités au-dessus.`,
    driverIs: (driver, level) => `${driver} : le résultat est ${level}.`,
    band: {
      'under 40': 'faible : moins de 40 % de réponses favorables',
      '40-59': 'mitigé : 40 à 59 % de réponses favorables',
      '60 or more': 'bon : au moins 60 % de réponses favorables',
    },
    distribution: (favourable, neutral, unfavourable) =>
      `${favourable} de réponses favorables, ${neutral} neutres, ${unfavourable} défavorables`,
    legend: ['défavorable', 'neutre', 'favorable'],
    mean: (value) => `moyenne : ${value} sur 5`,
    recommend: (score) => `score de recommandation : ${score}`,
    orMore: (value) => `au moins ${value}`,
    orLess: (value) => `au plus ${value}`,
    participation: {
      'under half': 'Moins de la moitié des personnes interrogées ont répondu.',
      'half to three quarters':
        'Entre la moitié et les trois quarts des personnes interrogées ont répondu.',
      'over three quarters': 'Plus des trois quarts des personnes interrogées ont répondu.',
    },
    comments: (unit) => `${unit} : commentaires, mélangés`,
    uncounted: (ballots) => {
      if (ballots === 0) {
        return 'Chaque réponse a trouvé un groupe assez grand pour être comptée.';
      }
      const burned =
        ballots === 1 ? 'a été brûlée sans être comptée' : 'ont été brûlées sans être comptées';
      return `${count(ballots, 'réponse n’était', 'réponses n’étaient')} dans aucun groupe assez grand et ${burned}.`;
    },
    footnote: (floor) =>
      `Les chiffres demandent au moins ${floor} réponses et sont arrondis, pour qu’on ne puisse y retrouver personne.`,
    against: {
      higher: (above) => `Plus haut que dans l’unité ${above}.`,
      alike: (above) => `À peu près comme dans l’unité ${above}.`,
      lower: (above) => `Plus bas que dans l’unité ${above}.`,
    },
    suggestion: (driver, action) => `Une idée (${driver}) : ${action}`,
    suggestionKeep: (driver, action) =>
      `Pour tout ce qui a été demandé, le résultat est bon. Une idée pour que cela dure (${driver}) : ${action}`,
    willDo: 'Nous allons le faire',
    notNow: 'Pas maintenant',
    changeMind: 'Changer d’avis',
    willDoThis: (action) =>
      `C’est décidé, ce sera fait : ${action} La prochaine synthèse y reviendra.`,
    notNowThis: (action) => `Pas maintenant, donc : ${action}`,
    decided: (date, action) => `Décidé le ${date} : ${action}`,
    putOff: (date, action) => `Remis à plus tard le ${date} : ${action}`,
    today: (driver, level) => `Aujourd’hui, le résultat est ${level} (${driver}).`,
    details: 'Tous les détails',
    detailsOf: (unit) => `Tout ce qui est dit de ${unit}`,
    nextPage: (page, pages) => `Continuer (page ${page} sur ${pages})`,
    moreQuestions: (n) => `Dans les détails : ${count(n, 'autre question', 'autres questions')}.`,
    moreUnits: (n) => `Dans les détails : ${count(n, 'autre unité', 'autres unités')}.`,
    allComments: (n) => `Les ${n} commentaires sont tous dans les détails.`,
    benchmark: (people, percent, source) =>
      `${people} : ${percent} de réponses favorables (${source}).`,
    earlierFigures: (list) => `Chiffres déjà donnés : ${list}.`,
    noDigest: 'Cette synthèse n’existe pas ou plus ici. Rien n’a été modifié.',
  },
};
