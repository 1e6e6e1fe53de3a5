/** Words around comments, in French. */
import type { CommentsCopy } from './copy-comments.ts';

export const frenchComments: CommentsCopy = {
  review:
    'Voici ce qui serait lu : ce qui peut nommer quelqu’un est retiré. Modifie-le, envoie-le tel quel, ou vide le champ pour ne pas l’envoyer. Rien n’est encore parti.',
  left: 'Le commentaire a été laissé de côté ; personne ne le lira.',
  about: (themes) => `Les commentaires parlent de : ${themes}.`,
};
