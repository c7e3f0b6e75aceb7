import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import { chooseFile, goToStart, peopleCsv } from '../support/import-page.ts';
import { openImportStage } from '../support/import-stage.ts';
import type { ImportStage } from '../support/import-stage.ts';

const PATIENCE = { timeout: 60_000, interval: 250 };

let stage: ImportStage;
/** Two tabs, in which each test goes on from where the one before it left them. */
let page: Page;
let other: Page;
beforeAll(async () => {
  stage = await openImportStage();
  [page, other] = [await stage.tab(), await stage.tab()];
});
afterAll(() => stage.close());

const goHome = () => page.getByRole('link', { name: 'Imports', exact: true }).click();

describe('in two windows', () => {
  it('a draft that is discarded in another window says so where it is open, and comes back to where it was', async () => {
    const start = await goToStart(page, 'Thrown', peopleCsv(100, 3));
    stage.gate.cut(); // nobody has to be asked
    await other.getByRole('button', { name: 'Discard Thrown.csv' }).click();
    await page.getByRole('alert').getByText('Discarded Thrown.csv.').waitFor();
    await page.getByRole('button', { name: 'Undo discarding Thrown.csv' }).click();
    await page.getByRole('heading', { name: 'Is everything right?' }).waitFor();
    stage.gate.open();
    await start.waitFor();
  });

  it('a template that somebody else changed is not replaced unseen, and is by a second press', async () => {
    const { api } = stage.stack;
    const { items } = await api.get('/api/templates', pageSchema(templateSchema));
    const id = items.find(({ name }) => name === 'Hello')?.id ?? '';
    const said = async () => {
      const template = await api.get(`/api/templates/${id}`, templateSchema);
      return template.channel === 'voice' && template.flow.kind === 'greeting' ? template.flow.text : null;
    };
    const [first, second] = [page, other];
    for (const each of [first, second]) {
      await each.evaluate((to) => (location.hash = to), `#/templates/${id}`);
      await each.getByLabel('Text to say').waitFor();
    }
    const save = (each: Page) => each.getByRole('button', { name: 'Save template' }).click();
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
    await other.close();
  });

  it('two choices about the columns that follow each other at once are both kept', async () => {
    await goHome();
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
  });
});

/** As with a full disk: the page's own writes are refused, until they are let through. */
async function refuseWrites(page: Page, what: 'settings' | 'files'): Promise<() => Promise<void>> {
  const [holder, name] = what === 'settings' ? ['chrome.storage.local', 'set'] : ['IDBObjectStore.prototype', 'put'];
  await page.evaluate(`window.before = ${holder}.${name};
    ${holder}.${name} = () => { throw new DOMException('full', 'QuotaExceededError'); }`);
  return () => page.evaluate(`${holder}.${name} = window.before; null`);
}

describe('with a full disk', () => {
  it('what only spares a question later holds up no start', async () => {
    await goHome();
    const start = await goToStart(page, 'Noticed', peopleCsv(300, 3));
    const letThrough = await refuseWrites(page, 'settings');
    await start.click();
    await expect.poll(async () => (await stage.importNamed('Noticed'))?.rows.accepted, PATIENCE).toBe(3);
    await letThrough();
  });

  it('a change and a start that are not kept say so, and can be pressed again', async () => {
    await goHome();
    const start = await goToStart(page, 'Full', peopleCsv(200, 4));
    const letThrough = await refuseWrites(page, 'files');
    const notice = page.getByRole('alert').filter({ hasText: 'Your last change was not saved' });
    const lists = page.getByRole('radio', { name: /^Lists/u });
    await lists.click();
    await notice.waitFor();
    await expect.poll(() => lists.isChecked()).toBe(false);

    await start.click();
    await page.getByText('Nothing was started: the browser could not save it.', { exact: false }).waitFor();
    await expect.poll(() => start.isEnabled()).toBe(true);
    await letThrough();
    await start.click();
    await expect.poll(async () => (await stage.importNamed('Full'))?.rows.accepted, PATIENCE).toBe(4);
    await notice.waitFor({ state: 'detached' });
  });

  it('settings that are not kept say so, and the form is there to be saved again', async () => {
    await page.goto(`${EXTENSION_ORIGIN}/options.html`);
    await page.getByText('Connected', { exact: true }).waitFor();
    const letThrough = await refuseWrites(page, 'settings');
    await page.getByLabel('Name', { exact: true }).fill('Morning shift');
    const save = page.getByRole('button', { name: 'Save and test' });
    await save.click();
    const notice = page.getByRole('alert').filter({ hasText: 'Your last change was not saved' });
    await notice.waitFor();
    const language = page.getByLabel('Language', { exact: true });
    await language.selectOption('hi');
    await expect.poll(() => language.inputValue()).toBe('browser');

    // What another window saves is in the list at once.
    const another = await stage.browser().open('options.html');
    await another.getByText('Connected', { exact: true }).waitFor();
    await another.getByLabel('Name', { exact: true }).fill('Evening shift');
    await another.getByRole('button', { name: 'Save and test' }).click();
    await page.getByRole('button', { name: 'Edit Evening shift' }).waitFor();
    await another.close();

    await letThrough();
    await save.click();
    await page.getByRole('button', { name: 'Edit Morning shift' }).waitFor();
    await notice.waitFor({ state: 'detached' });
  });
});
