import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import { chooseFile, goToStart, peopleCsv } from '../support/import-page.ts';
import { openImportStage } from '../support/import-stage.ts';
import type { ImportStage } from '../support/import-stage.ts';

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
});
afterAll(() => stage.close());

it('a draft that is discarded in another window says so where it is open, and comes back to where it was', async () => {
  const [page, other] = [await stage.tab(), await stage.tab()];
  const start = await goToStart(page, 'Thrown', peopleCsv(100, 3));
  stage.gate.cut(); // nobody has to be asked
  await other.getByRole('button', { name: 'Discard Thrown.csv' }).click();
  await page.getByRole('alert').getByText('Discarded Thrown.csv.').waitFor();
  await page.getByRole('button', { name: 'Undo discarding Thrown.csv' }).click();
  await page.getByRole('heading', { name: 'Is everything right?' }).waitFor();
  stage.gate.open();
  await start.waitFor();
  await Promise.all([page.close(), other.close()]);
});

it('a template that somebody else changed is not replaced unseen, and is by a second press', async () => {
  const { api } = stage.stack;
  const { items } = await api.get('/api/templates', pageSchema(templateSchema));
  const id = items.find(({ name }) => name === 'Hello')?.id ?? '';
  const said = async () => {
    const template = await api.get(`/api/templates/${id}`, templateSchema);
    return template.channel === 'voice' && template.flow.kind === 'greeting' ? template.flow.text : null;
  };
  const [first, second] = [await stage.tab(), await stage.tab()];
  for (const page of [first, second]) {
    await page.evaluate((to) => (location.hash = to), `#/templates/${id}`);
    await page.getByLabel('Text to say').waitFor();
  }
  const save = (page: typeof first) => page.getByRole('button', { name: 'Save template' }).click();
  await first.getByLabel('Text to say').fill('Namaste from the first');
  await save(first);
  await first.getByRole('heading', { name: 'Templates' }).waitFor();
  await second.getByLabel('Text to say').fill('Namaste from the second');
  await save(second);
  const told = second.getByRole('alert').getByText('Somebody changed this template after you opened it.');
  await told.waitFor();
  // A second press replaces the other's changes, so nobody may have to scroll to read this.
  const inSight = await told.evaluate((words) => {
    const { left, top, width, height } = words.getBoundingClientRect();
    return words.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(inSight).toBe(true);
  expect(await said()).toBe('Namaste from the first');
  await save(second);
  await second.getByRole('heading', { name: 'Templates' }).waitFor();
  expect(await said()).toBe('Namaste from the second');
  await Promise.all([first.close(), second.close()]);
});

it('two choices about the columns that follow each other at once are both kept', async () => {
  const page = await stage.tab();
  await page.getByLabel('Call with').selectOption('By name');
  await chooseFile(page, 'Quick.csv', 'Who,City,Phone\nAsha,Pune,9845070001\nRavi,Thane,9845070002');
  await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
  const lacking = page.getByRole('listitem').filter({ hasText: 'Columns' });
  // What is shown as done is done, whichever way one got past it.
  await page.evaluate(() => (location.hash = location.hash.replace('columns', 'confirm')));
  await page.getByText('Choose a column for @@Name.').first().waitFor();
  await expect.poll(() => lacking.first().innerText()).not.toContain('done');
  await page.goBack();

  // In one turn of the page: nothing is on the screen, or on disk, between them.
  await page.getByLabel('@@Name').waitFor();
  await page.evaluate(() => {
    const pick = (label: string, value: string) => {
      const named = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes(label));
      const field = document.querySelector(`#${named?.htmlFor ?? ''}`);
      if (!(field instanceof HTMLSelectElement)) throw new Error(`There is no choice of ${label}`);
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    pick('@@Name', '0');
    pick('Phone numbers', '2');
  });
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('heading', { name: '2 calls from 2 rows' }).waitFor();
  await page.close();
});
