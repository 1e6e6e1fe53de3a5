/** A link to the page, asked for in chat by words or a button. */
import { describe, expect, test } from 'vitest';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import { hashOf } from '../../src/org/session.ts';
import { invited, signIn, whoIs } from '../../src/org/sign-in.ts';
import { filesOf, holding } from '../support/bytes.ts';
import { buttonsOf } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';

const SITE = 'https://soundings.example';
const withPage = () => town({ wrap: (ports) => ({ ...ports, signInAt: SITE }) });

async function linkFor(firm: Town, person: string, text = 'web'): Promise<string> {
  const { page } = await firm.type(person, text);
  const link = page?.blocks.find(({ kind }) => kind === 'link');
  return link?.kind === 'link' ? link.url : '';
}

const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

describe('whoever types “web”', () => {
  test.each(['web', 'Page', 'Seite', 'página', '/web'])('as “%s”, gets a link', async (word) => {
    const firm = await withPage();
    expect(await linkFor(firm, 'north-1', word)).toMatch(
      /^https:\/\/soundings\.example\/sign-in\/[\w-]{43}$/,
    );
  });

  test('gets another each time, in their language, for nobody but themselves', async () => {
    const firm = await withPage();
    const { page } = await firm.type('sol', 'web');
    expect(page?.summary).toBe(german.signIn.title);
    const [one, two] = [await linkFor(firm, 'sol'), await linkFor(firm, 'sol')].map(tokenOf);
    expect(one).not.toBe(two);
    const { signIn: store } = firm.ports.store;
    for (const token of [one, two])
      expect(await invited(store, token ?? '', firm.now())).toBe('sol');
    const session = await signIn(store, one ?? '', firm.now());
    expect(session?.person).toBe('sol');
    expect(await whoIs(store, session?.token ?? '', firm.now())).toBe('sol');
    expect(await signIn(store, one ?? '', firm.now())).toBeUndefined();
  });

  test('leaves no token in any file: neither of a link nor of a session', async () => {
    const firm = await withPage();
    const [used, open] = [
      tokenOf(await linkFor(firm, 'north-1')),
      tokenOf(await linkFor(firm, 'north-1')),
    ];
    const { token = '' } = (await signIn(firm.ports.store.signIn, used, firm.now())) ?? {};
    const files = filesOf(firm.folder);
    for (const secret of [used, open, token]) expect(holding(files, secret)).toEqual([]);
    expect(holding(files, hashOf(open))).not.toEqual([]);
  });

  test('is told where there is none, and who is unknown is told so', async () => {
    const firm = await town();
    expect((await firm.type('north-1', 'web')).say?.summary).toBe(english.signIn.none);
    const { say, page } = await (await withPage()).type('stranger', 'web');
    expect([say?.summary, page]).toEqual([english.home.stranger, undefined]);
  });
});

describe('the home page and the help', () => {
  test('offer it where there is one', async () => {
    const [plain, firm] = [await town(), await withPage()];
    const shown = async (of: Town) => {
      const { home } = await of.reply({ kind: 'home', person: 'north-1' });
      const { say } = await of.type('north-1', 'help');
      return [buttonsOf(home).includes('web'), JSON.stringify(say).includes('web:')];
    };
    expect([await shown(plain), await shown(firm)]).toEqual([
      [false, false],
      [true, true],
    ]);
    const { page } = await firm.reply({
      kind: 'action',
      person: 'north-1',
      action: 'web',
      about: '',
    });
    expect(buttonsOf(page)).toEqual(['sign-out']);
  });
});

test('signing out in chat ends what that person began, everywhere, and takes open links back', async () => {
  const firm = await withPage();
  const { signIn: store } = firm.ports.store;
  const begin = async (person: string) =>
    (await signIn(store, tokenOf(await linkFor(firm, person)), firm.now()))?.token ?? '';
  const [mine, other] = [await begin('north-1'), await begin('nina')];
  const open = tokenOf(await linkFor(firm, 'north-1'));
  const reply = { kind: 'action', person: 'north-1', action: 'sign-out', about: '' } as const;
  expect((await firm.reply(reply)).say?.summary).toBe(english.signIn.outEverywhere);
  expect(await whoIs(store, mine, firm.now())).toBeUndefined();
  expect(await invited(store, open, firm.now())).toBeUndefined();
  expect(await whoIs(store, other, firm.now())).toBe('nina');
});
