/** An exit interview in a real browser: screen after screen, a grid, the way back, the overview and the end. */
import { expect, test } from 'vitest';
import { onPage } from './on-page.ts';

const PHONE = { viewport: { width: 360, height: 740 } };

onPage('an exit interview', (stage) => {
  const dialog = (name: string) => stage.page.getByRole('dialog', { name });
  const button = (name: string) => stage.page.getByRole('button', { name, exact: true });
  const radio = (name: string) => stage.page.getByRole('radio', { name, exact: true });
  const fields = () => {
    const sent = stage.received.at(-1);
    return sent?.kind === 'submit' ? sent.fields : undefined;
  };
  const begin = async (look = {}) => {
    await stage.open('#/lukas', look);
    await button('Together with others').click();
    await dialog('1 of 2').waitFor();
  };
  const toGrid = async (look = {}) => {
    await begin(look);
    await button('Seal my answers').click();
    await dialog('Compared with here').waitFor();
  };

  test('opens its first screen while the message behind it changes', async () => {
    await begin();
    await stage.page.getByText('Your interview is open.').waitFor();
    expect(await stage.page.getByRole('dialog').count()).toBe(1);
    await stage.shoot('interview-first');
    await stage.accessible();
  });

  test('a grid is a table whose buttons are called by row and column, chosen by keyboard, and cleared', async () => {
    await toGrid();
    expect(await stage.page.getByRole('row').count()).toBe(10);
    expect(await stage.page.getByRole('radio').count()).toBe(27);
    await radio('Pay better').focus();
    await stage.page.keyboard.press('Space');
    await stage.page.keyboard.press('ArrowRight');
    expect(await radio('Pay the same').isChecked()).toBe(true);
    await radio('Workload worse').check();
    await stage.page.getByRole('button', { name: 'Clear: Workload' }).click();
    await radio('Place of work better').check();
    await stage.shoot('interview-grid');
    await stage.accessible();
    await button('Seal my answers').click();
    await dialog('All that was asked').waitFor();
    expect(fields()).toEqual({ 'exit-offer-pay': ['same'], 'exit-offer-location': ['better'] });
  });

  test('a fault of a row puts the cursor there', async () => {
    await toGrid();
    await radio('Pay worse').check();
    await button('Seal my answers').click();
    await stage.page.getByText('Please look again.').waitFor();
    expect(await stage.page.locator(':focus').getAttribute('name')).toBe('exit-offer-pay');
    await stage.accessible();
  });

  test('a grid stands in rows on a phone, in the dark too', async () => {
    await toGrid({ ...PHONE, colorScheme: 'dark' });
    const [first, second] = await Promise.all(
      ['Pay better', 'Pay worse'].map((name) => radio(name).boundingBox()),
    );
    expect(first?.y).toBe(second?.y);
    expect((second?.x ?? 999) + (second?.width ?? 0)).toBeLessThan(360);
    expect(
      await stage.page.locator('.body').evaluate((body) => body.scrollWidth <= body.clientWidth),
    ).toBe(true);
    await radio('Pay better').check();
    await stage.shoot('interview-grid-phone');
    await stage.accessible();
  });

  test('back leads to the screen before in the same place, and sends nothing that was chosen', async () => {
    await toGrid();
    await radio('Pay better').check();
    await button('Change my answer').click();
    await dialog('1 of 2').waitFor();
    expect(await stage.page.getByRole('dialog').count()).toBe(1);
    expect(stage.received.at(-1)).toEqual({
      kind: 'action',
      person: 'lukas',
      action: 'exit-back',
      about: '',
    });
  });

  test('its overview leads back to a screen, and its end changes the message, with a link', async () => {
    await toGrid();
    await button('Seal my answers').click();
    await dialog('All that was asked').waitFor();
    await button('Change the first').click();
    await dialog('1 of 2').waitFor();
    await button('Seal my answers').click();
    await dialog('Compared with here').waitFor();
    await button('Seal my answers').click();
    await stage.page.getByText('1. How you leave: answered').waitFor();
    await button('Finish').click();
    const link = stage.page.getByRole('link', { name: 'Your personal link' });
    await link.waitFor();
    await stage.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await stage.page.getByRole('link', { name: 'No link' }).count()).toBe(0);
    await stage.shoot('interview-thanks');
    await stage.accessible();
  });
});
