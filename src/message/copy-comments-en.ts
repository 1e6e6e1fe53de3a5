/** Words around comments, in English. */
import type { CommentsCopy } from './copy-comments.ts';

export const englishComments: CommentsCopy = {
  review:
    'This is how it would be read: what can name somebody is taken out. Change it, send it as it is, or empty the field to leave it out. Nothing has been sent yet.',
  left: 'The comment was left out; nobody will read it.',
  about: (themes) => `Comments are about: ${themes}.`,
};
