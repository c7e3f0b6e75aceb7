import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { screenAnswerSchema } from '../../shared/people/screen-answer.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { mobiles } from '../exotel/dialler/exotel-caller.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openImportStage } from './support/import-stage.ts';
import { tooWide } from './support/screen-faults.ts';
import type { ImportStage } from './support/import-stage.ts';

const [first = '', second = '', third = ''] = mobiles(3);

let stage: ImportStage;
let template: string;
beforeAll(async () => {
  stage = await openImportStage();
  const { items } = await stage.stack.api.get('/api/templates', pageSchema(templateSchema));
  template = items.find(({ name }) => name === 'Hello')?.id ?? '';
});
afterAll(() => stage.close());

async function suppressed(): Promise<string[]> {
  const asked = { template, numbers: [first, second, third] };
  return (await stage.stack.api.post('/api/people/screen', asked, screenAnswerSchema)).suppressed;
}

it('puts numbers on the list one by one and as a file, says what is known of one, and takes both back', async () => {
  const page = await stage.tab();
  await page.goto(`${EXTENSION_ORIGIN}/popup.html?surface=tab#/people`);
  await page.getByText('Nobody is on the list yet.').waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.getByLabel('Phone number').fill(first);
  await page.getByLabel('Reason').fill('asked on the phone');
  await page.getByRole('button', { name: 'Add to the list', exact: true }).click();
  await page.getByText(`${first} is on the list.`).waitFor();
  expect(await suppressed()).toEqual([first]);

  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByText(`${first} is on the list and is not called.`).waitFor();
  await page.getByText('No import has called it.').waitFor();

  const file = { name: 'never.csv', mimeType: 'text/csv', buffer: Buffer.from(`Phone\n${first}\n${second}\n12\n`) };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByText('1 new number', { exact: true }).waitFor();
  await page.getByText('1 already on the list or repeated').waitFor();
  await page.getByText('1 row without a readable number').waitFor();
  expect(await suppressed()).toEqual([first]);
  await page.getByRole('button', { name: 'Add 1 number', exact: true }).click();
  await page.getByText('The numbers of never.csv are on the list.').waitFor();
  expect(await suppressed()).toEqual([first, second]);
  expect(await axeViolations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo the upload of 1 number', exact: true }).click();
  await page.getByText('The upload was undone.').waitFor();
  expect(await suppressed()).toEqual([first]);

  // What the upload said of the first number goes with it, once the list was read again.
  const remove = page.getByRole('button', { name: `Remove ${first} from the list` });
  await expect.poll(() => remove.count()).toBe(1);
  await remove.click();
  await page.getByLabel(`Why ${first} may be called again`).fill('wants calls');
  await remove.first().click();
  await page.getByText(`${first} may be called again.`).waitFor();
  expect(await suppressed()).toEqual([]);
  const kept = await stage.stack.api.post(
    '/api/people/find',
    { number: first },
    z.object({ removals: z.array(z.object({ reason: z.string() })) }),
  );
  expect(kept.removals.map(({ reason }) => reason)).toEqual(['wants calls']);
});
