import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { importSchema } from '../../shared/protocol/import.ts';
import { suppressionSchema } from '../../shared/people/suppression.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { mobile, mobiles } from '../exotel/dialler/exotel-caller.ts';
import { axeViolations } from './support/axe-violations.ts';
import { letRun, standStill } from './support/exotel-clock.ts';
import { untilState } from './support/launch-hello.ts';
import { openImportStage } from './support/import-stage.ts';
import type { ImportStage } from './support/import-stage.ts';
import { outOfSight } from './support/screen-faults.ts';
import { allAsWatch, toldOf } from './support/told-numbers.ts';
import type { Told } from './support/told-numbers.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const POPUP = { width: 412, height: 510 };
const PEOPLE = 60;

let stage: ImportStage;
/** The popup, opened once. */
let popup: Page;
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
  await untilState(api, 'running1', 'running');
  popup = await stage.browser().open('popup.html', POPUP);
});
afterAll(() => stage.close());

/** What is the same on every surface is looked at in all of them by the whole run. */
const OTHER_SURFACES = IS_WHOLE ? ['popup.html?surface=tab', 'sidepanel.html'] : [];

describe('with calls under way', () => {
  it.each(['popup.html', ...OTHER_SURFACES])(
    '%s opens on how far they are, Pause and Stop in sight, a new list below',
    async (surface) => {
      const page = surface === 'popup.html' ? popup : await stage.browser().open(surface, POPUP);
      const card = page.getByRole('region', { name: 'Morning' });
      await card.getByText(`of ${PEOPLE} done`).waitFor();
      await card.getByRole('button', { name: /^(Pause|Resume)$/u }).waitFor();
      expect(await outOfSight(page, ['Stop', /^(?:Pause|Resume)$/u])).toEqual([]);
      const newList = page.getByRole('heading', { name: 'Call a new list' });
      const between = async () => {
        const [running, fresh] = [await card.boundingBox(), await newList.boundingBox()];
        return running === null || fresh === null ? null : fresh.y - running.y - running.height;
      };
      await expect.poll(between).toBeGreaterThanOrEqual(0);
      // It stands there once: not in the list below as well.
      await expect.poll(() => page.getByRole('link', { name: 'Morning' }).count()).toBe(1);
      expect(await axeViolations(page)).toEqual([]);
      if (page !== popup) await page.close();
    },
  );

  it('one press in the opened popup pauses them, says so, and another lets them go on', async () => {
    await popup.getByRole('button', { name: 'Pause', exact: true }).click();
    await popup.getByText('Paused', { exact: true }).first().waitFor();
    expect((await stage.importNamed('Morning'))?.state).toBe('paused');
    await popup.getByRole('button', { name: 'Resume', exact: true }).click();
    await popup.getByText('Running', { exact: true }).first().waitFor();
  });

  it('a press that does not arrive says so, and leaves once the Worker is heard again', async () => {
    const pause = popup.getByRole('button', { name: 'Pause', exact: true });
    await pause.waitFor();
    stage.gate.cut();
    // Only then is no answer under way any more, which would be "heard again".
    await popup.getByText('Not connected', { exact: true }).waitFor();
    await pause.click();
    await popup.getByText('Pause failed. Calls may go on. Press it again.').waitFor();
    stage.gate.open();
    await popup.getByText('Pause failed.', { exact: false }).waitFor({ state: 'detached' });
    expect((await stage.importNamed('Morning'))?.state).toBe('running');
  });

  it('Stop asks first, with how many calls it takes back, and a file is chosen in a tab', async () => {
    await popup.getByRole('button', { name: 'Stop', exact: true }).click();
    const asked = popup.getByRole('dialog', { name: /^Stop \d+ calls not yet made\?$/u });
    await asked.getByText('Calls in progress finish; nobody else is called. This cannot be undone.').waitFor();
    await asked.getByRole('button', { name: 'Keep going' }).click();
    await asked.waitFor({ state: 'detached' });
    expect((await stage.importNamed('Morning'))?.state).toBe('running');

    const opened = stage.browser().context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Choose a file' }).click();
    const tab = await opened;
    await tab.getByLabel('Choose a file').waitFor({ state: 'attached' });
    expect(tab.url()).toContain('popup.html?surface=tab');
    await tab.close();
  });
});

/** At two calls a minute, each with a second try, hours of it. */
const LONG = { id: 'one-truth-long', name: 'Renewals' };
/** Over soon. */
const SHORT = { id: 'one-truth-short', name: 'Survey' };
/** Slow enough to be caught under way. */
const BRISK = 200;
const PATIENCE = { timeout: 90_000, interval: 500 };

describe('an import of which callbacks are lost and rows are left out', () => {
  const view = (id: string) => stage.stack.api.get(`/api/imports/${id}`, importSchema);

  async function launch({ id, name }: typeof LONG, first: number, people: number, settings: object): Promise<void> {
    const { api } = stage.stack;
    const body = { channel: 'voice', callerId: '08088919888', flow: { kind: 'greeting', text: name }, ...settings };
    const template = await api.post('/api/templates', { name, ...body }, templateSchema);
    const numbers = mobiles(people, first);
    const asked = mobile(first + people);
    await api.post('/api/suppressions', { number: asked }, suppressionSchema);
    const rows = [...numbers, ...numbers.slice(0, 3), asked, '12'].map((number, at) => `Person ${at},${number}`);
    const query = new URLSearchParams({ template: template.id, id, name, launch: 'true', column: 'Mobile' });
    await api.post(`/api/imports?${query}`, ['Who,Mobile', ...rows].join('\n'), importSchema);
  }

  /** What every place tells, once all of them have heard of the last call. */
  function told(page: Page, one: typeof LONG): Promise<Told> {
    return vi.waitFor(async () => {
      const all = await toldOf(page, one);
      expect(all).toEqual(allAsWatch(all));
      return all;
    }, PATIENCE);
  }

  it('is told in the same numbers by every screen and file: finished, under way, and stopped', async () => {
    const { control } = stage.stack.exotel;
    control.setScript({ mix: { completed: 0.5, busy: 0.2, 'no-answer': 0.2, failed: 0.1 } });
    control.setCallbackFaults({ lose: 0.4, duplicate: 0.2 });
    const retries = { count: 1, intervalMinutes: 15, mechanism: 'Linear', on: ['busy', 'no-answer'] };
    await launch(LONG, 1_000, 200, { throttle: 2, retries });
    await launch(SHORT, 2_000, 40, {});
    for (const { id } of [LONG, SHORT]) await expect.poll(async () => (await view(id)).state, PATIENCE).toBe('running');

    await letRun(control, BRISK);
    await expect.poll(async () => (await view(LONG.id)).contacts.completed, PATIENCE).toBeGreaterThan(10);
    await standStill(control);
    await expect.poll(async () => (await view(SHORT.id)).state, PATIENCE).toBe('finished');
    const page = await stage.tab();
    const finished = await told(page, SHORT);
    expect(finished.watch).toMatchObject({ state: 'Finished', done: 40, of: 40 });
    expect(finished.leftOut).toEqual({ said: 5, inFile: 5 });
    const running = await told(page, LONG);
    expect(running.watch).toMatchObject({ state: 'Running', of: 200 });

    // Results that nobody can read stay open. Without that, they are open only if somebody is to be retried at the
    // moment of the press, which is chance: otherwise all are known at once, and no screen gets to say so.
    control.addFaults({ operation: 'calls', kind: 'error_before', share: 1 });
    await page.evaluate((to) => (location.hash = to), `#/import/${LONG.id}`);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    const asked = page.getByRole('dialog');
    await asked.getByRole('button', { name: /^Stop /u }).click();
    await expect.poll(async () => (await view(LONG.id)).state, PATIENCE).toBe('stopped');
    // How many may be called again is not known before that; results that nobody has are folded into one line.
    await page.getByText('Still checking the results of', { exact: false }).waitFor();
    await page.getByRole('button', { name: /^\d+ others with 0$/u }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Call those/u }).count()).toBe(0);
    const { watch } = await told(page, LONG);
    const open = ['Being called', 'To be retried', 'Waiting'].reduce(
      (sum, word) => sum + (watch.results[word] ?? 0),
      0,
    );
    expect(watch).toMatchObject({ state: `Stopped, ${open} still settling`, of: 200 });
  });
});
