/** What follows from a digest, in French. */
import type { LoopCopy } from './copy-loop.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const frenchLoop: LoopCopy = {
  tell: 'Le dire à l’équipe',
  answer: (n) => `Répondre au commentaire ${n} à toute l’équipe`,
  answerHr: (n) => `Répondre au commentaire ${n} au sein des RH`,
  answered: (date) => `Répondu le ${date}.`,
  form: {
    tellTitle: 'Vous l’avez dit, nous l’avons fait',
    tellIntro: (unit) =>
      `Tout le monde dans ${unit} lira ceci une fois, sous ton nom. Change les mots comme tu veux ; mieux vaut ne pas en dire plus sur les réponses que la synthèse.`,
    answerTitle: 'Répondre à un commentaire',
    answerIntro: (unit, comment) =>
      `Tout le monde dans ${unit} lira le commentaire avec ta réponse, sous ton nom. Réponds à ce qui est dit, pas à la personne qui l’a peut-être écrit. Le commentaire : ${comment}`,
    answerHrIntro: (comment) =>
      `Ce commentaire était destiné aux RH seulement : seules les RH liront ta réponse, sous ton nom. Le commentaire : ${comment}`,
    text: 'Ce que l’on lira',
    hint: 'Des mots simples. Une fois envoyé, cela ne se change plus.',
    submit: 'Envoyer',
    draft: (said, action) => `Vous avez dit : ${said} Ce que nous en faisons : ${action}`,
    empty: 'Merci d’écrire quelque chose ; rien n’a été envoyé.',
    tooLong: (bytes) => `C’est trop long de ${bytes} caractères. Merci de raccourcir.`,
  },
  posted: (unit) =>
    `Merci. Les membres de ${unit} le liront à une bonne heure de leur journée, sauf s’ils ne veulent pas de messages.`,
  postedHr: 'Merci. Les RH le liront à une bonne heure de leur journée.',
  already: (date) => `Tu l’as déjà écrit le ${date}. Rien n’a été envoyé une deuxième fois.`,
  notDecided: 'Tu n’as pas décidé de le faire : il n’y a encore rien à raconter.',
  noComment: 'Ce commentaire n’est plus là. Rien n’a été envoyé.',
  notYours: 'Tu ne diriges plus cette partie et ne peux donc pas lui écrire. Rien n’a été envoyé.',
  done: (unit) => `${unit} : vous l’avez dit, nous l’avons fait`,
  about: (unit) => `À propos d’un commentaire de ${unit}`,
  aboutHr: 'À propos d’un commentaire adressé aux RH',
  wrote: (name, unit, date) =>
    `${name} écrit ceci à tout le monde dans ${unit}, après les questions du ${date}.`,
  wroteHr: (name, date) => `${name} écrit ceci aux RH seulement, après les questions du ${date}.`,
  promise:
    'Personne ne sait qui a dit quoi, pas même la personne qui écrit ici : les réponses ne sont comptées qu’ensemble, et les commentaires montrés mélangés et sans noms.',
  week: {
    title: 'À côté des chiffres, pour les RH',
    withheld: (units, all, floor) =>
      `Retenu : pas de résultat propre sur un sujet demandé pour ${units} sur ${count(all, 'unité', 'unités')} avec une synthèse. En dessous de ${floor} réponses, rien n’est montré.`,
    allOwn: 'Retenu : rien. Chaque unité avec une synthèse a ses propres résultats.',
    acted: (percent, suggested, weeks) =>
      `Propositions : les managers ont retenu ${percent} de ${count(suggested, 'proposition', 'propositions')} des ${weeks} dernières semaines.`,
    others: (notNow, open) => `Remises à plus tard : ${notNow}. En attente : ${open}.`,
    unreachable: (people) =>
      `${count(people, 'personne n’est pas joignable', 'personnes ne sont pas joignables')} dans la messagerie, qu’elles participent ou non.`,
    noAccount: (names) => `Sans compte là-bas : ${names}.`,
    moreNames: (n) => `${n} de plus`,
    exits: (announced, ahead) =>
      `Départs annoncés depuis l’ouverture : ${announced}. Derniers jours à venir : ${ahead}.`,
    release: 'Une nouvelle publication de ce que disent les partants est à lire.',
    mirrorOpen: (name, until) => `En cours jusqu’à ${until} : ${name}`,
    mirrorDone: (name) => `Répondu par celles et ceux qui restent : ${name}`,
  },
};
