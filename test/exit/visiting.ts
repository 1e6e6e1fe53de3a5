/** The second wave as somebody goes through it who left months ago. */
import { makeToken } from '../../src/exit/later-link.ts';
import { type Visit, visit } from '../../src/exit/visit.ts';
import type { Fields } from '../../src/message/reply.ts';
import { ANSWERS, ID, type Leaving, leaving, MONTHS_AFTER } from './leaving.ts';

/** Ada, months after she left, with her link. */
export async function left(
  access: 'exit-pooled' | 'exit-named' | 'exit-decline' | undefined = 'exit-pooled',
  options: Parameters<typeof leaving>[0] = {},
) {
  const ada = await leaving(options);
  if (access) await ada.walk(await ada.press(access), ANSWERS);
  if (access && access !== 'exit-decline') await ada.press('exit-finish');
  await ada.ports.store.leavers.over(ID);
  ada.now = MONTHS_AFTER;
  return ada;
}

export async function open(ada: Leaving, screen?: string, fields: Fields = {}): Promise<Visit> {
  const token = await makeToken(ada.ports.leaverKeys, ID);
  const sent = screen === undefined ? undefined : { screen: [screen], ...fields };
  return visit(ada.desk(), token, sent);
}

export async function walk(ada: Leaving, fields: Fields): Promise<Visit> {
  let page = await open(ada);
  for (let screens = 0; page.form && page.form.about !== 'end' && screens < 20; screens++) {
    const names = page.form.fields.map(({ name }) => name);
    const given = Object.entries(fields).filter(([name]) => names.includes(name));
    page = await open(ada, page.form.about, Object.fromEntries(given));
  }
  return page;
}
