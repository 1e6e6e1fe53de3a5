/** French: home page, settings, preview. No-break spaces stand before `: ; ? ! %`. */
import type { Copy } from './copy.ts';

const people = (n: number) => `${n} ${n < 2 ? 'personne' : 'personnes'}`;

export const frenchHome: Pick<Copy, 'home' | 'settings' | 'preview'> = {
  home: {
    title: 'Ta page',
    openNow: 'Ouvert en ce moment',
    open: (name, until) =>
      `${name} est ouvert jusqu’à ${until}. Tu peux répondre, ou modifier ce que tu as scellé.`,
    answer: 'Répondre ou modifier',
    promise:
      'Tes réponses sont scellées dès que tu cliques, et ne sont comptées qu’avec celles des autres.',
    preview: 'Que verra mon manager ?',
    schedule: 'Quand tu reçois des questions',
    hour: (time) => `Tu reçois les questions à ${time}, heure locale.`,
    hours: (from, to) => `Tu reçois les questions entre ${from} et ${to}, heure locale.`,
    next: (name, when) => `Le prochain questionnaire pour toi : ${name}, à partir de ${when}.`,
    noNext: 'Aucun autre questionnaire n’est prévu pour toi.',
    quietDay: (day) => `Tu ne reçois rien le ${day}.`,
    quiet: (from, to) => `Tu ne reçois rien du ${from} au ${to}.`,
    paused: (until) => `En pause : aucune question avant ${until}. Personne n’est prévenu.`,
    stopped: 'Arrêté : aucune question tant que tu ne reprends pas. Personne n’est prévenu.',
    language: (name) => `Je t’écris en ${name}.`,
    place: (places) => `Je t’écris ici : ${places}.`,
    noPlace: 'Je t’écris sur la page web de Soundings.',
    settings: 'Réglages',
    pause: 'Pause de quatre semaines',
    resume: 'Recommencer à me demander',
    stop: 'Ne plus rien me demander',
    digests: 'Tes synthèses',
    details: 'Tout lire',
    hr: 'Pour les RH',
    admin: 'Campagnes et questionnaires',
    stranger:
      'Tu ne figures pas dans la liste du personnel, tu ne reçois donc aucune question. Les RH ou la personne qui gère Soundings peuvent t’ajouter.',
  },
  settings: {
    title: 'Tes réglages',
    intro:
      'Tu es la seule personne à les voir. Ils valent pour toutes les campagnes, dès le prochain questionnaire.',
    hour: 'À quelle heure de ta journée puis-je te demander ?',
    usual: (time) => `À l’heure habituelle (${time})`,
    quietFrom: 'Ne m’écris pas à partir du',
    quietTo: 'jusqu’à ce jour inclus',
    quietHint: 'Un jour comme 2026-12-21. Laisse les deux champs vides pour aucun jour de calme.',
    language: 'Langue',
    platform: 'Où puis-je t’écrire ?',
    submit: 'Enregistrer',
    saved: 'C’est enregistré. Personne n’est prévenu.',
    notOffered: 'Choisis, s’il te plaît, l’une des possibilités affichées.',
    dayUnknown: 'Écris, s’il te plaît, un jour comme 2026-12-21.',
    firstMissing: 'Indique aussi le premier jour, s’il te plaît.',
    order: 'Le dernier jour vient avant le premier.',
    past: 'Ces jours sont déjà passés.',
  },
  preview: {
    title: 'Que verra mon manager ?',
    counts: (unit, n) => `Tu comptes dans ${unit} : ${people(n)} peuvent y recevoir les questions.`,
    reader: (manager, unit, floor) =>
      `${manager} lit la synthèse de ${unit} et ne voit un chiffre que si au moins ${floor} personnes répondent. Personne ne voit qui a répondu.`,
    noReader: (unit, floor) =>
      `Personne ne lit de synthèse de ${unit}. Il faut au moins ${floor} réponses pour un chiffre. Personne ne voit qui a répondu.`,
    own: (unit, answers, n, kind) =>
      `Si les trois quarts répondent (${answers} sur ${n}), ${unit} a son propre chiffre : ${kind}.`,
    up: (unit, answers, n, above) =>
      `Si les trois quarts répondent (${answers} sur ${n}), c’est trop peu pour ${unit} seul. Tes réponses sont alors comptées avec celles de ${above}.`,
    smallest: (above, kind) =>
      `Le plus petit chiffre qui les contient est celui de ${above} : ${kind}.`,
    nowhere: (unit, answers, n) =>
      `Si les trois quarts répondent (${answers} sur ${n}), c’est trop peu pour ${unit} et pour tous les niveaux supérieurs. Rien n’en est montré.`,
    kinds: {
      band: 'un mot parmi trois, faible, mitigé ou bon',
      distribution: 'les parts favorable, neutre et défavorable, arrondies à 5 points',
      'distribution-tens': 'les parts favorable, neutre et défavorable, arrondies à 10 points',
      options: 'la part de chaque possibilité, arrondie à 5 points',
      'options-tens': 'la part de chaque possibilité, arrondie à 10 points',
    },
    notAsked:
      'Aucune campagne ne te pose de questions en ce moment, personne ne voit donc rien de toi.',
    example: 'Un exemple',
    invented:
      'Tous les chiffres ci-dessous sont inventés. Ils montrent à quoi ressemble une telle synthèse.',
    inventedEnd: 'Fin de l’exemple. Ses chiffres étaient inventés.',
    teams: (name, own, teams) =>
      `${name} : si les trois quarts répondent partout, ${own} unités sur ${teams} dont quelqu’un lit la synthèse ont leur propre chiffre.`,
    unitOwn: (unit, n, kind) => `${unit}, ${people(n)} : ${kind}.`,
    unitUp: (unit, n, above) =>
      `${unit}, ${people(n)} : trop peu, le chiffre de ${above} à la place.`,
    unitNothing: (unit, n) => `${unit}, ${people(n)} : rien, trop peu partout.`,
    more: (units) => `Et ${units} autres unités.`,
  },
};
