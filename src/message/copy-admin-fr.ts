/** French: HR's panel, the form of a campaign, what was withheld. No-break spaces stand before `: ; ? ! %`. */
import type { Copy } from './copy.ts';

const people = (n: number) => `${n} ${n < 2 ? 'personne' : 'personnes'}`;

export const frenchAdmin: Pick<Copy, 'admin' | 'campaign' | 'withheld'> = {
  admin: {
    title: 'Campagnes et questionnaires',
    campaigns: 'Campagnes',
    none: 'Il n’y a pas encore de campagne. Crée la première ici, ou écris-la dans soundings.yaml.',
    every: {
      week: 'chaque semaine',
      'two-weeks': 'toutes les deux semaines',
      month: 'une fois par mois',
    },
    cadence: (every, opens, closes) => `Pose ses questions ${every}, de ${opens} à ${closes}.`,
    audience: (units, n) => `S’adresse à ${units} : ${people(n)}.`,
    everybody: (n) => `S’adresse à tout le monde : ${people(n)}.`,
    next: (when) => `Prochaine ouverture : ${when}.`,
    ended: 'Terminée : aucun autre questionnaire ne s’ouvre.',
    written: 'Écrite dans soundings.yaml, et modifiée là-bas.',
    rounds: 'Questionnaires ouverts',
    noRounds: 'Aucun questionnaire n’est ouvert.',
    round: (name, until) => `${name} est ouvert jusqu’à ${until}.`,
    people: (n) => `Il s’adresse à ${people(n)}.`,
    more: (count) => `Et ${count} de plus, non affichés ici.`,
    newCampaign: 'Nouvelle campagne',
    edit: 'Modifier',
    preview: 'Que verront les managers ?',
    end: 'Terminer',
    resume: 'Reprendre',
    open: 'Ouvrir maintenant',
    close: 'Clore maintenant',
    cancel: 'Annuler',
    closeNow: 'Clore et compter',
    cancelNow: 'Annuler pour de bon',
    keep: 'Laisser ouvert',
    withheld: 'Ce qui a été retenu',
    import: 'Relire la liste du personnel',
    back: 'Retour au tableau',
    closeSure: (name, until) =>
      `Clore ${name} maintenant ? Ce questionnaire serait ouvert jusqu’à ${until}.`,
    closeNote:
      'Ce qui est scellé est compté maintenant puis brûlé, et les synthèses partent. Personne ne peut plus répondre. C’est irréversible.',
    cancelSure: (name, until) =>
      `Annuler ${name} ? Ce questionnaire serait ouvert jusqu’à ${until}.`,
    cancelNote:
      'Rien n’est compté. Tout ce qui est scellé est détruit sans être ouvert, et toutes les personnes concernées l’apprennent. C’est irréversible.',
    opening: (name) =>
      `Un questionnaire de ${name} s’ouvre dans un instant. Chaque personne le reçoit à son heure.`,
    closing: (name) => `${name} est clos et en cours de comptage. Les synthèses suivent.`,
    cancelling: (name) => `${name} est en cours d’annulation. Rien n’est compté.`,
    hasEnded: (name) => `${name} est terminée. Un questionnaire déjà ouvert va jusqu’à son terme.`,
    goesOn: (name) => `${name} continue.`,
    importing:
      'La liste du personnel et les unités sont en cours de relecture. En cas d’erreur rien ne change, et la personne qui gère Soundings en trouve la raison dans le journal.',
    saved: (name) => `${name} est enregistrée.`,
    first: (when) => `Le prochain questionnaire s’ouvre ${when}.`,
    nextRounds: 'Les questionnaires déjà ouverts restent tels quels.',
    noSuchRound: 'Ce questionnaire n’existe plus. Rien n’a été modifié.',
    notOpen: (name) => `${name} n’est plus ouvert. Rien n’a été modifié.`,
    noSuchCampaign: 'Cette campagne n’existe pas. Rien n’a été modifié.',
    isWritten: (name) =>
      `${name} est écrite dans soundings.yaml. La personne qui gère Soundings peut la modifier là-bas.`,
    isEnded: (name) => `${name} est terminée. Reprends-la d’abord.`,
    noWindow: (name, when) =>
      `${name} ne peut pas s’ouvrir maintenant. Le prochain questionnaire s’ouvre ${when}.`,
    alreadyOpen: (name, until) => `Un questionnaire de ${name} est déjà ouvert, jusqu’à ${until}.`,
    hadRound: (name, when) =>
      `${name} a déjà eu son questionnaire, un seul par période. Le prochain s’ouvre ${when}.`,
    nobody: (name) => `${name} ne s’adresse à personne, rien n’a donc été ouvert.`,
    noHour: (name, when) =>
      `Il est trop tard pour écrire à quelqu’un avant la fin de ${name}. Le prochain questionnaire s’ouvre ${when}.`,
  },
  campaign: {
    newTitle: 'Nouvelle campagne',
    editTitle: 'Modifier la campagne',
    intro:
      'Tout peut être modifié plus tard. Personne ne reçoit plus de trois questions à la fois.',
    editIntro:
      'Les modifications valent dès le prochain questionnaire. Ceux qui sont ouverts restent tels quels.',
    name: 'Nom',
    nameHint: 'Les personnes concernées le lisent sur leur page.',
    questions: 'Questions posées',
    questionsHint: 'Elles alternent, pour que chaque sujet revienne aussi souvent.',
    ready: 'Prêt à l’emploi : une question sur chaque sujet',
    perRound: 'Questions à la fois',
    number: (n) => `${n} ${n < 2 ? 'question posée' : 'questions posées'}`,
    comment: 'Un commentaire aussi ?',
    withComment: 'Oui, un champ facultatif',
    withoutComment: 'Pas de commentaires',
    every: 'À quelle fréquence',
    opensDay: 'S’ouvre le',
    opensTime: 'S’ouvre à',
    closesDay: 'Se clôt le',
    closesTime: 'Se clôt à',
    timeHint: (zone) => `Par exemple 09:00, à l’heure de ${zone}.`,
    askAt: 'Les personnes reçoivent les questions à',
    askAtHint:
      'Par exemple 10:00, à l’heure locale de chaque personne, sauf si elle en a choisi une autre.',
    reminders: 'Rappels',
    reminderCount: (n) => (n === 0 ? 'Aucun' : `Au plus ${n}, jamais après une réponse`),
    audience: 'À qui s’adresse la campagne',
    audienceHint: 'Les unités avec tout ce qui en dépend. Sans choix, tout le monde.',
    someUnits: (shown) => `Voici les ${shown} plus grandes unités. Sans choix, tout le monde.`,
    unit: (name, n) => `${name} : ${people(n)}`,
    gone: (id) => `${id} : ne figure plus dans la liste des unités`,
    floor: 'Réponses au minimum pour un chiffre',
    floorHint: (least) => `${least} ou plus. Plus, c’est plus strict.`,
    starts: 'Premier jour',
    startsHint: 'Un jour comme 2026-12-21. Le premier questionnaire s’ouvre ce jour-là ou après.',
    submit: 'Enregistrer',
    nameMissing: 'Donne-lui un nom, s’il te plaît.',
    nameTooLong: (most) => `Au plus ${most} caractères, s’il te plaît.`,
    noQuestions: 'Choisis au moins une question, s’il te plaît.',
    notOffered: 'Choisis, s’il te plaît, parmi ce qui est affiché.',
    badTime: 'Écris, s’il te plaît, une heure comme 09:00.',
    badAskAt: 'Écris, s’il te plaît, une heure de 7:00 à 19:59, comme 10:00.',
    tooFewPeople: (n, floor) =>
      `Il n’y en a que ${n}, et il faut ${floor} réponses pour un chiffre. Choisis plus d’unités, s’il te plaît.`,
    badFloor: (least, most) => `Donne, s’il te plaît, un nombre entier de ${least} à ${most}.`,
    badDay: 'Écris, s’il te plaît, un jour comme 2026-12-21.',
    pastDay: 'Ce jour est passé. Choisis aujourd’hui ou plus tard, s’il te plaît.',
  },
  withheld: {
    title: 'Ce qui a été retenu, et pourquoi',
    why: (floor) =>
      `En dessous de ${floor} réponses, une unité n’a pas de chiffre à elle : ses réponses sont comptées avec celles des niveaux supérieurs. Personne, pas même les RH, ne peut voir qui a répondu.`,
    none: 'Aucun questionnaire n’a encore été publié.',
    round: (name, date) => `${name}, questionnaire du ${date}`,
    elsewhere: (unit, drivers, above) =>
      `${unit} : pas de chiffre à elle sur ${drivers}. On y montre celui de ${above}.`,
    nowhere: (unit, drivers) => `${unit} : aucun chiffre sur ${drivers}, ni plus haut.`,
    allOwn: 'Chaque unité dont quelqu’un lit la synthèse a ses propres chiffres.',
    comments: (units) =>
      `Des commentaires ont été transmis à ${units}. Tous les autres y sont remontés ou ont été brûlés sans être lus.`,
    noComments: 'Aucun commentaire n’a été transmis à une unité.',
    commentsForHr: 'Les commentaires destinés aux RH ont été transmis aux RH.',
    commentRule: (answers, commenters) =>
      `Il faut ${answers} réponses et ${commenters} personnes qui ont écrit un commentaire. Ce qui n’a pas trouvé de place, même tout en haut, a été brûlé sans être lu.`,
    more: (count) => `Et ${count} autres unités.`,
  },
};
