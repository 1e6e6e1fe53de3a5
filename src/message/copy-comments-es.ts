/** Words around comments, in Spanish. */
import type { CommentsCopy } from './copy-comments.ts';

export const spanishComments: CommentsCopy = {
  review:
    'Así se leería: lo que puede nombrar a alguien se ha quitado. Cámbialo, envíalo tal cual, o vacía el campo para no enviarlo. Todavía no se ha enviado nada.',
  left: 'El comentario se ha dejado fuera; nadie lo leerá.',
  about: (themes) => `Los comentarios tratan de: ${themes}.`,
};
