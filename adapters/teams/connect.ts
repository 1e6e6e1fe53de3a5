/** The Teams adapter: botbuilder behind the ports. The only file of this folder that is to be imported from outside. */
import { assemble } from './assemble.ts';
import { parseData } from './ids.ts';
import type { Teams, TeamsOptions } from './options.ts';
import { renderHome, renderMessage, renderPage } from './render.ts';
import { renderForm } from './render-form.ts';

/** Throws a sentence that names the variable where one is missing: without an app id nobody could be told from Teams. */
export function teams(options: TeamsOptions): Teams {
  return assemble(options, {
    message: renderMessage,
    form: renderForm,
    page: renderPage,
    home: renderHome,
    parse: parseData,
  });
}
