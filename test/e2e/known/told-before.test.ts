import { afterAll, beforeAll, expect, it } from 'vitest';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import { chooseFile } from '../support/import-page.ts';
import { openImportStage } from '../support/import-stage.ts';
import type { ImportStage } from '../support/import-stage.ts';

const SMS = {
  name: 'Order on its way',
  channel: 'sms',
  text: 'Dear @@Name, your order is on its way.',
  senderId: 'ACMEIN',
  dltEntityId: '1101234567890123456',
  dltTemplateId: '1107123456789012345',
};
/** With this in it a message is two parts. */
const LONG_NAME = 'Venkatanarasimharajuvaripeta '.repeat(5).trim();

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
  await stage.stack.api.post('/api/templates', SMS, templateSchema);
});
afterAll(() => stage.close());

it('the parts of all messages are counted with everybody’s own words in them', async () => {
  const page = await stage.tab();
  await page.getByLabel('Call with').selectOption(SMS.name);
  const rows = ['Asha', 'Ravi', LONG_NAME].map((name, at) => `${name},${9_845_030_000 + at}`);
  await chooseFile(page, 'Orders.csv', ['Name,Mobile', ...rows].join('\n'));
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('button', { name: 'Next: Confirm' }).click();
  await page.getByText('4, each billed by Exotel', { exact: true }).waitFor();
  await page.close();
});

it('a Worker that is known already is not replaced by adding it once more', async () => {
  const [page, { host }] = [await stage.browser().open('options.html'), new URL(stage.gate.url)];
  await page.getByText('Connected', { exact: true }).waitFor();
  const stored = () => page.evaluate("chrome.storage.local.get('settings')");
  await page.getByLabel('Name', { exact: true }).fill('Trying out');
  await page.getByRole('button', { name: 'Save and test' }).click();
  await page.getByRole('button', { name: 'Edit Trying out' }).waitFor();
  const before = await stored();

  await page.getByRole('button', { name: 'Add another Worker' }).click();
  await page.getByLabel('Worker address').fill(stage.gate.url);
  await page.getByLabel('Your token', { exact: true }).fill('another');
  await page.getByRole('button', { name: 'Save and test' }).click();

  await page.getByText('This Worker is saved as “Trying out”. Press Edit there to change it.').waitFor();
  expect(await stored()).toEqual(before);
  expect(before).toMatchObject({ settings: { workers: [{ label: 'Trying out', kind: 'trial' }] } });
  expect(await page.getByText(host, { exact: false }).count()).toBeGreaterThan(0);
  await page.close();
});
