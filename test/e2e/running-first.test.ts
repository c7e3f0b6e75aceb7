import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { importSchema } from '../../shared/protocol/import.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { mobiles } from '../exotel/dialler/exotel-caller.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openImportStage } from './support/import-stage.ts';
import type { ImportStage } from './support/import-stage.ts';
import { outOfSight } from './support/screen-faults.ts';

const POPUP = { width: 412, height: 510 };
const PEOPLE = 400;

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
  const { api } = stage.stack;
  const { items } = await api.get('/api/templates', pageSchema(templateSchema));
  const template = items.find(({ name }) => name === 'Hello')?.id ?? '';
  await api.post(
    `/api/imports?template=${template}&id=running1&name=Morning&launch=true&column=Mobile`,
    ['Who,Mobile', ...mobiles(PEOPLE).map((number, at) => `Person ${at},${number}`)].join('\n'),
    importSchema,
  );
});
afterAll(() => stage.close());

describe('with calls under way', () => {
  it.each(['popup.html', 'popup.html?surface=tab', 'sidepanel.html'])(
    '%s opens on how far they are, Pause and Stop in sight, a new list below',
    async (surface) => {
      onTestFailed(() => stage.tell());
      const page = await stage.browser().open(surface, POPUP);
      const card = page.getByRole('region', { name: 'Morning' });
      await card.getByText(`of ${PEOPLE} done`).waitFor();
      await card.getByRole('button', { name: /^(Pause|Resume)$/u }).waitFor();
      expect(await outOfSight(page, ['Stop', /^(?:Pause|Resume)$/u])).toEqual([]);
      const [running, fresh] = await Promise.all([
        card.boundingBox(),
        page.getByRole('heading', { name: 'Call a new list' }).boundingBox(),
      ]);
      expect((running?.y ?? 0) + (running?.height ?? 0)).toBeLessThanOrEqual(fresh?.y ?? 0);
      // It stands there once: not in the list below as well.
      expect(await page.getByRole('link', { name: 'Morning' }).count()).toBe(1);
      expect(await axeViolations(page)).toEqual([]);
      await page.close();
    },
  );

  it('one press in the opened popup pauses them, says so, and another lets them go on', async () => {
    onTestFailed(() => stage.tell());
    const page = await stage.browser().open('popup.html', POPUP);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByText('Paused', { exact: true }).first().waitFor();
    expect((await stage.importNamed('Morning'))?.state).toBe('paused');
    await page.getByRole('button', { name: 'Resume', exact: true }).click();
    await page.getByText('Running', { exact: true }).first().waitFor();
    await page.close();
  });

  it('Stop asks first, with how many calls it takes back, and a file is chosen in a tab', async () => {
    onTestFailed(() => stage.tell());
    const page = await stage.browser().open('popup.html', POPUP);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    const asked = page.getByRole('dialog', { name: /^Stop \d+ calls not yet made\?$/u });
    await asked.getByText('Calls in progress finish; nobody else is called. This cannot be undone.').waitFor();
    await asked.getByRole('button', { name: 'Keep going' }).click();
    await asked.waitFor({ state: 'detached' });
    expect((await stage.importNamed('Morning'))?.state).toBe('running');

    const opened = stage.browser().context.waitForEvent('page');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    const tab = await opened;
    await tab.getByLabel('Choose a file').waitFor({ state: 'attached' });
    expect(tab.url()).toContain('popup.html?surface=tab');
    await tab.close();
  });

  it('a press that does not arrive says so, and leaves once the Worker is heard again', async () => {
    onTestFailed(() => stage.tell());
    const page = await stage.browser().open('popup.html', POPUP);
    const pause = page.getByRole('button', { name: 'Pause', exact: true });
    await pause.waitFor();
    await page.route('**/api/**', (route) => route.abort());
    await pause.click();
    await page.getByText('Pause failed. Calls may go on. Press it again.').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.getByText('Pause failed.', { exact: false }).waitFor({ state: 'detached' });
    expect((await stage.importNamed('Morning'))?.state).toBe('running');
  });
});
