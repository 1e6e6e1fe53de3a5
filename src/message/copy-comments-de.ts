/** Words around comments, in German. */
import type { CommentsCopy } from './copy-comments.ts';

export const germanComments: CommentsCopy = {
  review:
    'So würde es gelesen: Was jemanden nennen kann, ist entfernt. Ändere es, schicke es so ab, oder leere das Feld, um es wegzulassen. Noch ist nichts abgeschickt.',
  left: 'Der Kommentar wurde weggelassen, niemand wird ihn lesen.',
  about: (themes) => `In den Kommentaren geht es um: ${themes}.`,
};
