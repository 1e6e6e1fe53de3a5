/** Dialogs in a real browser: longer things to read, and long forms. */
import { expect, test } from 'vitest';
import { onPage } from './on-page.ts';

onPage('a dialog', (stage) => {
  const log = () => stage.page.getByRole('log');
  const dialog = (name: string) => stage.page.getByRole('dialog', { name });
  const button = (name: string) => stage.page.getByRole('button', { name, exact: true });
  const focused = () => stage.page.locator(':focus').textContent();
  const openCampaign = async () => {
    await stage.open('#/grace/home', {}, false);
    await button('Open the panel').click();
    await button('New campaign').click();
    await dialog('A new campaign').waitFor();
  };

  test('shows what is longer to read; what it leads to takes its place; closing gives the cursor back', async () => {
    await stage.open();
    await button('How is this anonymous?').focus();
    await stage.page.keyboard.press('Enter');
    await dialog('What is promised to you').waitFor();
    expect(await focused()).toBe('What is promised to you');
    await button('What will my manager see?').click();
    await dialog('What your manager will see').waitFor();
    expect(await stage.page.getByRole('dialog').count()).toBe(1);
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.press('End');
    await expect
      .poll(() => stage.page.locator('.page .body').evaluate((e) => e.scrollTop > 0))
      .toBe(true);
    await button('Close').click();
    await expect.poll(focused).toBe('How is this anonymous?');
    expect(await stage.page.locator('.whisper').count()).toBe(0);
  });

  test('opened by typed words gives the cursor back to where they were typed', async () => {
    await stage.open();
    await stage.page.getByPlaceholder('Type help').fill('privacy');
    await stage.page.keyboard.press('Enter');
    await dialog('What is promised to you').waitFor();
    await stage.page.keyboard.press('Escape');
    await expect.poll(() => stage.page.locator(':focus').getAttribute('id')).toBe('words');
  });

  test('opened from a digest decides on it, and is left for the digest that has changed', async () => {
    await stage.open('#/mara');
    await button('Details').click();
    await dialog('All of this week').waitFor();
    await stage.page.getByRole('dialog').getByRole('button', { name: 'We will do this' }).click();
    await log().getByText('You will do this').waitFor();
    await stage.page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('Details');
    await stage.page.reload();
    await log().getByText('You will do this').waitFor();
  });

  test('says what a button in it did', async () => {
    await stage.open('#/grace/home', {}, false);
    await button('Open the panel').click();
    await button('Close now').click();
    await stage.page.getByRole('status').getByText('The round closes within a minute.').waitFor();
    expect(await dialog('The HR panel').count()).toBe(1);
    await stage.shoot('panel-said');
    await stage.accessible();
  });

  test('a form over it that ends with a page shows that page in it', async () => {
    await openCampaign();
    await stage.page.getByRole('combobox', { name: 'First round' }).selectOption('week-2');
    await stage.page.getByRole('textbox', { name: 'Name' }).press('Enter');
    await dialog('Spring pulse is saved.').waitFor();
    expect(await stage.page.getByRole('dialog').count()).toBe(1);
    await expect.poll(focused).toBe('Spring pulse is saved.');
    expect(stage.received.at(-1)).toEqual({
      kind: 'submit',
      person: 'grace',
      form: 'campaign',
      about: '',
      fields: {
        name: ['Spring pulse'],
        start: ['week-2'],
        questions: ['q-3', 'q-30'],
        note: [''],
      },
    });
    await button('Close').click();
    await expect.poll(focused).toBe('Open the panel');
  });

  test('a form over it that is cancelled leaves it as it was', async () => {
    await openCampaign();
    await stage.page.keyboard.press('Escape');
    await dialog('A new campaign').waitFor({ state: 'detached' });
    expect(await dialog('The HR panel').count()).toBe(1);
    await expect.poll(focused).toBe('New campaign');
  });

  test('a long list is filtered, and what is chosen stays chosen while it is not shown', async () => {
    await openCampaign();
    const find = stage.page.getByRole('searchbox', { name: 'Find in: Who is asked' });
    const units = stage.page.getByRole('group', { name: /^Who is asked/ });
    await find.fill('lodz 1');
    expect(await units.getByRole('checkbox').count()).toBe(12);
    await units.getByRole('checkbox', { name: 'Łódź 1', exact: true }).check();
    await units.getByText('1 chosen, 12 of 150 shown').waitFor();
    await find.fill('porto');
    await units.getByText('1 chosen, 30 of 150 shown').waitFor();
    await find.press('Enter');
    await find.press('Escape');
    await units.getByText('1 chosen, 150 in all').waitFor();
    await stage.page.getByRole('combobox', { name: 'First round' }).selectOption('week-0');
    await button('Save').click();
    await dialog('Spring pulse is saved.').waitFor();
    const sent = stage.received.at(-1);
    expect(sent?.kind === 'submit' && sent.fields.units).toEqual(['u-1']);
  });

  test('what must be filled in says so, and a fault puts the cursor there', async () => {
    await openCampaign();
    const start = stage.page.getByRole('combobox', { name: 'First round' });
    expect(await start.getAttribute('aria-required')).toBe('true');
    expect(await stage.page.getByRole('group', { name: /^Questions.*required/ }).count()).toBe(1);
    await button('Save').click();
    await stage.page.getByText('Choose a first round.').waitFor();
    expect(await stage.page.locator(':focus').getAttribute('name')).toBe('start');
    expect(await start.getAttribute('aria-invalid')).toBe('true');
    await stage.shoot('campaign-fault');
    await stage.accessible();
  });

  test('settings show what is in force, and only what may be empty can be cleared', async () => {
    await stage.open('#/anna/home', {}, false);
    await button('Change').click();
    expect(await stage.page.getByRole('combobox', { name: 'When may we' }).inputValue()).toBe(
      '10:00',
    );
    const language = stage.page.getByRole('radiogroup', { name: 'Language' });
    expect(await language.getAttribute('aria-required')).toBe('true');
    expect(await stage.page.getByRole('radio', { name: 'English' }).isChecked()).toBe(true);
    expect(await stage.page.getByRole('button', { name: /^Clear/ }).count()).toBe(1);
    await stage.page.getByRole('button', { name: 'Clear: Where?' }).click();
    await button('Save').click();
    await stage.page.getByRole('status').getByText('Saved.').waitFor();
    const sent = stage.received.find(({ kind }) => kind === 'submit');
    expect(sent).toMatchObject({ form: 'settings', about: '' });
    expect(sent?.kind === 'submit' && sent.fields).toEqual({ hour: ['10:00'], language: ['en'] });
  });

  test('is closed when somebody else is shown', async () => {
    await stage.open();
    await stage.page.goto(`${stage.url}/#/ravi`);
    await stage.page.getByRole('heading', { name: 'You are Ravi Menon' }).waitFor();
    await button('How is this anonymous?').click();
    await dialog('What is promised to you').waitFor();
    await stage.page.goBack();
    await stage.page.getByRole('heading', { name: 'You are Anna Weber' }).waitFor();
    expect(await stage.page.getByRole('dialog').count()).toBe(0);
  });
});
