import { afterAll, beforeAll, expect, it } from 'vitest';
import { importSchema } from '../../shared/protocol/import.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { mobiles } from '../exotel/dialler/exotel-caller.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openImportStage } from './support/import-stage.ts';
import { outOfSight, tooWide } from './support/screen-faults.ts';
import type { ImportStage } from './support/import-stage.ts';
import { resizePage } from './support/resize-page.ts';

const POPUP = { width: 412, height: 510 };

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
  const { api } = stage.stack;
  const { items } = await api.get('/api/templates', pageSchema(templateSchema));
  const template = items.find(({ name }) => name === 'Hello')?.id ?? '';
  const numbers = mobiles(500);
  for (const [name, some] of [
    ['Morning', numbers.slice(0, 400)],
    ['Evening', numbers.slice(400)],
  ] as const) {
    await api.post(
      `/api/imports?template=${template}&name=${name}&launch=true&column=Mobile`,
      ['Who,Mobile', ...some.map((number, at) => `Person ${at},${number}`)].join('\n'),
      importSchema,
    );
  }
});
afterAll(() => stage.close());

it('one press in the opened popup stops everything of everybody, whoever looks is told, and it can be lifted', async () => {
  const page = await stage.browser().open('popup.html', POPUP);
  const stop = /^Stop everything: [1-9]/u;
  await page.getByRole('button', { name: stop }).waitFor();
  expect([...(await outOfSight(page, [stop, 'Pause'])), ...(await tooWide(page))]).toEqual([]);
  await resizePage(page, POPUP);
  // Nobody is reached: it says what goes on, and since when nothing is known, until somebody is.
  stage.gate.cut();
  await page.getByText('Not connected', { exact: true }).waitFor();
  await page.getByRole('button', { name: stop }).click();
  await page.getByText('Stop everything failed. Calls may go on. Press it again.').waitFor();
  await page.getByText(/What is shown below is as of \d\d:\d\d:\d\d\./u).waitFor();
  stage.gate.open();
  await page.getByText('Stop everything failed.', { exact: false }).waitFor({ state: 'detached' });
  await page.getByText('What is shown below is as of', { exact: false }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: stop }).click();
  await page.getByText('Everything is stopped: 2 imports paused').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  for (const name of ['Morning', 'Evening']) expect((await stage.importNamed(name))?.state).toBe('paused');

  const tab = await stage.tab();
  await tab.getByText('Everything is stopped: 2 imports paused').waitFor();
  await tab.getByText('By asha', { exact: false }).waitFor();
  await tab.getByRole('button', { name: 'Allow starting again', exact: true }).click();
  await tab.getByText('Everything is stopped', { exact: false }).waitFor({ state: 'detached' });
  for (const name of ['Morning', 'Evening']) expect((await stage.importNamed(name))?.state).toBe('paused');
});
