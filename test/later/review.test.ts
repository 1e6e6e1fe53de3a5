/** The second wave's page where words come back to whoever wrote them, as they would be read. */
import { expect, test } from 'vitest';
import { given, ok, screen } from './given.ts';

test('a form that comes back for its words is shown at once, with them and with what else was filled in', async () => {
  const g = await given();
  const fields = screen.fields.map((field) =>
    field.kind === 'text' ? { ...field, name: `${field.name}:2`, written: '[…] & co.' } : field,
  );
  g.answer = () => ({ ...ok({ ...screen, intro: 'As it would be read.', fields }), again: true });
  const sent = { screen: 'kind', 'exit-kind': 'retired', 'exit-offer-name': 'Lea Roth & co.' };
  const answer = await g.send(sent);
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain('As it would be read.');
  expect(html).toContain('value="[…] &amp; co." autocomplete="off" id="field-exit-offer-name%3A2"');
  expect(html).toMatch(/role="alert"><p>As it .*<a href="#field-exit-offer-name%3A2">/);
  expect(html).toContain('value="retired" checked');
  expect(html).not.toMatch(/Lea Roth|class="fault"/);
  expect(g.visits).toHaveLength(1);
});
