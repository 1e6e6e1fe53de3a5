/** What the buttons do that everybody has: about themselves alone. */
import { USUAL_PAUSE } from '../message/commands.ts';
import type { ActionName } from '../message/message.ts';
import type { Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import type { Desk } from '../ports/desk.ts';
import { home } from './home.ts';
import { prefer } from './prefer.ts';
import { preview } from './preview.ts';
import { privacy } from './privacy.ts';
import { settingsForm } from './settings.ts';
import { offerLink, signOut } from './sign-in.ts';

type ForOneself = Extract<
  ActionName,
  'privacy' | 'preview' | 'settings' | 'pause' | 'resume' | 'stop' | 'web' | 'sign-out'
>;

export async function actForOneself(
  desk: Desk,
  action: ForOneself,
  about: string,
): Promise<Response> {
  switch (action) {
    case 'privacy':
      return { page: await privacy(desk) };
    case 'preview':
      return { page: await preview(desk, about) };
    case 'settings':
      return { form: await settingsForm(desk) };
    case 'web':
      return offerLink(desk);
    case 'sign-out':
      return signOut(desk);
    case 'pause':
    case 'resume':
    case 'stop': {
      const { ports, programme, person, copy, now } = desk;
      const wish = action === 'pause' ? { name: action, weeks: USUAL_PAUSE } : { name: action };
      const said = await prefer(ports.store, programme.timezone, person, wish, copy, now);
      return { say: plain(said), home: await home(desk) };
    }
  }
}
