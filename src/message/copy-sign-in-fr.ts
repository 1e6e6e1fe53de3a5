/** The way to the web page, in French. */
import type { SignInCopy } from './copy-sign-in.ts';

export const frenchSignIn: SignInCopy = {
  open: 'Ouvrir la page web',
  help: ['page', 'un lien personnel vers la page web'],
  title: 'Ton lien vers la page web',
  intro: (minutes) =>
    `Il ouvre la page en ton nom, une seule fois, dans les ${minutes} minutes. Garde-le pour toi : qui l’a est toi là-bas.`,
  link: 'Ouvrir Soundings dans le navigateur',
  none: 'Il n’y a pas ici de page web où se connecter. Tout peut se faire dans cette discussion.',
  here: 'Tu es déjà sur la page web. Pour un autre appareil, demande-moi un lien dans la discussion.',
  out: 'Se déconnecter',
  everywhere: 'Se déconnecter partout',
  outEverywhere:
    'Tu n’es plus connecté à la page web sur aucun appareil, et les liens ouverts ne valent plus.',
  page: {
    title: 'Se connecter',
    as: (name) => `Tu te connectes comme ${name}.`,
    once: 'Continue seulement si c’est toi, et si tu as demandé ce lien toi-même ou l’as reçu des RH.',
    submit: 'Se connecter',
    over: 'Ce lien ne vaut plus',
    outside: 'Tu n’es pas connecté',
    how: (minutes) =>
      `Écris « page » à Soundings dans Slack ou Teams. Tu reçois un lien personnel qui vaut une seule fois, pendant ${minutes} minutes. Si tu n’utilises ni l’un ni l’autre, les RH peuvent faire créer un lien pour toi.`,
    back: 'Je suis déjà connecté',
    tooOften: 'Cette page vient d’être ouverte très souvent. Reviens dans une minute.',
    foreign:
      'Cela ne venait pas de la page elle-même, donc rien n’a été fait. Ouvre ton lien encore une fois.',
    failed: 'Quelque chose n’a pas marché ici, donc rien n’a changé. Réessaie dans une minute.',
  },
};
