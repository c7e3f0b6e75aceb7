import type { IncomingMessage } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UPLOAD_PART_BYTES } from '../../shared/extension-limits.ts';
import { axeViolations } from './support/axe-violations.ts';
import { endExtensionWorker } from './support/end-extension-worker.ts';
import { letRun } from './support/exotel-clock.ts';
import { forgetColumns } from './support/forget-columns.ts';
import { allow, chooseFile, focusedName, goToStart, peopleCsv, tabTo } from './support/import-page.ts';
import { openImportStage } from './support/import-stage.ts';
import type { ImportStage } from './support/import-stage.ts';
import { keptInBrowser } from './support/kept-in-browser.ts';

const PEOPLE = 20;
/** Two parts of an upload, in rows as long as cells allow. */
const LARGE = { people: 100, rowBytes: 50_000 };
const PATIENCE = { timeout: 60_000, interval: 100 };
/** Ten thousand numbers per test, so that no two tests call the same people. */
const NUMBERS_EACH = 10_000;

let stage: ImportStage;
let page: Page;
/** What must have been called in the end, by the name of its import. */
const started = new Map<string, number>();
let numbersGiven = 0;
let isWorkerDown = false;

const isPart = ({ method }: IncomingMessage) => method === 'PATCH';
const isLaterPart = (request: IncomingMessage) => isPart(request) && request.headers['upload-offset'] !== '0';
const isLaunch = ({ url }: IncomingMessage) => url?.endsWith('/launch') === true;

beforeAll(async () => {
  // One second, so that a launch whose answer was lost is looked up soon.
  stage = await openImportStage({ EXOTEL_TIMEOUT_SECONDS: '1' });
});

afterAll(async () => {
  await stage.close();
});

afterEach(async () => {
  await mendNetwork();
  if (isWorkerDown) await restartWorker();
  for (const open of stage.browser().context.pages()) if (open.url().includes('popup.html')) await open.close();
});

function people(count: number, rowBytes = 0): string {
  numbersGiven += NUMBERS_EACH;
  return peopleCsv(numbersGiven, count, rowBytes);
}

/** A large file, started, its first part at the Worker and the second on its way. */
async function startUpload(name: string): Promise<void> {
  page = await stage.tab();
  const start = await goToStart(page, name, people(LARGE.people, LARGE.rowBytes));
  stage.gate.hold(isLaterPart);
  await start.click();
  started.set(name, LARGE.people);
  await expect.poll(() => stage.gate.held(), PATIENCE).toBe(1);
  await expect.poll(async () => (await keptInBrowser(page, name))?.offset, PATIENCE).toBe(UPLOAD_PART_BYTES);
}

async function isLaunched(name: string): Promise<void> {
  await expect.poll(async () => (await stage.importNamed(name))?.state ?? null, PATIENCE).toBe('running');
}

async function killWorker(): Promise<void> {
  isWorkerDown = true;
  await stage.stack.killWorker();
}

async function restartWorker(): Promise<void> {
  await stage.stack.restartWorker();
  isWorkerDown = false;
}

async function cutNetwork(): Promise<void> {
  await stage.browser().context.setOffline(true);
  stage.gate.cut();
}

async function mendNetwork(): Promise<void> {
  stage.gate.open();
  await stage.browser().context.setOffline(false);
}

describe('before Start, with the network cut', () => {
  it('the first step says so, and takes a file in as soon as the network is back', async () => {
    await cutNetwork();
    page = await stage.tab();
    await page.getByText('The Worker cannot be reached.').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await mendNetwork();
    await page.getByLabel('Call with').selectOption('Hello');
    await chooseFile(page, 'After the cut.csv', people(1));
    await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
  });

  it.each([
    ['file', 'Which file?', ['Next: Columns', 'Next: Check', 'Next: Confirm']],
    ['columns', 'Which column is which?', ['Next: Check', 'Next: Confirm']],
    ['check', 'Who will be called?', ['Next: Confirm']],
    ['confirm', 'Is everything right?', []],
  ])('%s keeps its place through a closed page, and goes on by itself', async (step, title, nexts) => {
    const name = `Cut at ${step}`;
    page = await stage.tab();
    await page.getByLabel('Call with').selectOption('By name');
    await chooseFile(page, `${name}.csv`, people(3));
    await page.getByLabel('@@Name').selectOption({ label: 'A · Who' });
    if (step === 'file') await page.getByRole('link', { name: 'Back' }).click();
    if (step === 'check' || step === 'confirm') await page.getByRole('button', { name: 'Next: Check' }).click();
    if (step === 'confirm') await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await expect.poll(async () => (await keptInBrowser(page, name))?.step).toBe(step);

    await cutNetwork();
    await page.close();
    page = await stage.popup();
    await page.getByRole('link', { name: new RegExp(name) }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.getByRole('alert').getByText('Worker not reachable: your file is safe, start it later').waitFor();
    expect(await keptInBrowser(page, name)).toMatchObject({ step, columns: { variables: { Name: 1 } } });
    if (step === 'confirm') expect(await axeViolations(page)).toEqual([]);

    await mendNetwork();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    for (const next of nexts) await page.getByRole('button', { name: next }).click();
    await page.getByRole('button', { name: 'Start 3 calls in 1 campaign' }).waitFor();
  });
});

describe('while a file is on its way', () => {
  it('goes on after the network was cut, and says meanwhile that it was', async () => {
    await startUpload('Network cut');
    await cutNetwork();
    await page.getByText('The Worker cannot be reached.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await mendNetwork();
    await page.getByText('of 100 done', { exact: true }).waitFor();
    await isLaunched('Network cut');
  });

  it('goes on after the Worker was killed, and sends nothing again that had arrived', async () => {
    await startUpload('Worker killed');
    await killWorker();
    stage.gate.open();
    await page.getByText('The Worker cannot be reached.').waitFor();
    const offsets: number[] = [];
    stage.gate.hold((request) => {
      if (isPart(request)) offsets.push(Number(request.headers['upload-offset']));
      return false;
    });
    await restartWorker();
    await isLaunched('Worker killed');
    expect(offsets).toEqual([UPLOAD_PART_BYTES]);
    await page.getByText('of 100 done', { exact: true }).waitFor();
  });

  it('goes on by itself after the whole browser was closed, with no page open', async () => {
    await startUpload('Browser closed');
    await stage.reopenBrowser();
    stage.gate.open();
    await isLaunched('Browser closed');
    expect(
      stage
        .browser()
        .context.pages()
        .filter((one) => one.url().includes('popup')),
    ).toEqual([]);
  });

  it('goes on by the alarm after the extension’s worker was killed, with no page open', async () => {
    await startUpload('Extension killed');
    await page.close();
    await endExtensionWorker(stage.browser().context);
    stage.gate.open();
    await isLaunched('Extension killed');
  });

  it('is started once by two tabs pressing at once', async () => {
    page = await stage.tab();
    const first = await goToStart(page, 'Two tabs', people(PEOPLE));
    await first.waitFor();
    const second = await stage.browser().open(`popup.html?surface=tab${new URL(page.url()).hash}`);
    const again = second.getByRole('button', { name: 'Start 20 calls in 1 campaign' });
    await again.waitFor();
    await allow(second);
    // Pressed without the mouse, which waits for its tab to be in front; found before, because the first press takes
    // the other tab to another screen.
    const held = await Promise.all([first, again].map((button) => button.elementHandle()));
    await Promise.all(held.map((button) => button?.dispatchEvent('click')));
    started.set('Two tabs', PEOPLE);
    await Promise.all([page, second].map((one) => one.getByText('of 20 done', { exact: true }).waitFor()));
    await isLaunched('Two tabs');
  });
});

describe('while it is handed over', () => {
  it('is launched once when the answer to the launch is lost, with the page closed', async () => {
    page = await stage.tab();
    const start = await goToStart(page, 'Answer lost', people(PEOPLE));
    stage.gate.loseAnswer(isLaunch);
    // The next try is delayed; otherwise it may be done before anybody looks.
    let launches = 0;
    stage.gate.hold((request) => isLaunch(request) && (launches += 1) > 1);
    await start.click();
    started.set('Answer lost', PEOPLE);
    await expect.poll(() => stage.gate.held(), PATIENCE).toBe(1);
    await page.getByText('You can close this window').waitFor();
    await page.close();
    stage.gate.open();
    await isLaunched('Answer lost');
    page = await stage.popup();
    await expect.poll(() => keptInBrowser(page, 'Answer lost'), PATIENCE).toBeNull();
    await page.getByRole('link', { name: /Answer lost/ }).click();
    await page.getByText('of 20 done', { exact: true }).waitFor();
  });

  it('is launched once when the extension’s worker is killed before the launch is answered', async () => {
    page = await stage.tab();
    const start = await goToStart(page, 'Killed at launch', people(PEOPLE));
    stage.gate.hold(isLaunch);
    await start.click();
    started.set('Killed at launch', PEOPLE);
    await expect.poll(() => stage.gate.held(), PATIENCE).toBe(1);
    await endExtensionWorker(stage.browser().context);
    stage.gate.open();
    // A page opened again wakes it: nobody waits for the alarm.
    await page.close();
    page = await stage.popup();
    await page.getByRole('link', { name: /Killed at launch/ }).click();
    await page.getByText('of 20 done', { exact: true }).waitFor();
    await isLaunched('Killed at launch');
  });

  it('is launched once when the Worker is killed with its campaign at Exotel already', async () => {
    page = await stage.tab();
    const start = await goToStart(page, 'Worker killed at launch', people(PEOPLE));
    stage.stack.exotel.control.addFaults({ operation: 'create', kind: 'timeout_after' });
    await start.click();
    started.set('Worker killed at launch', PEOPLE);
    await page.getByText('of 20 done', { exact: true }).waitFor();
    const created = () =>
      stage.stack.exotel.control.ledger().creates.some(({ name }) => name.startsWith('Worker killed at'));
    await expect.poll(created, PATIENCE).toBe(true);
    await killWorker();
    await page.getByText('Not reachable: trying again every 5 seconds').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await restartWorker();
    await page.getByText('Live', { exact: true }).waitFor();
    await isLaunched('Worker killed at launch');
  });
});

describe('while it is watched', () => {
  it('is live again after the network was cut, the Worker killed, and the page closed', async () => {
    page = await stage.tab();
    await (await goToStart(page, 'Watched', people(PEOPLE))).click();
    started.set('Watched', PEOPLE);
    const live = page.getByText('Live', { exact: true });
    await live.waitFor();
    await isLaunched('Watched');
    await cutNetwork();
    await page.getByText('Not reachable: trying again every 5 seconds').waitFor();
    await mendNetwork();
    await live.waitFor();
    await killWorker();
    await page.getByText('Not reachable: trying again every 5 seconds').waitFor();
    await page.getByText('of 20 done', { exact: true }).waitFor();
    await restartWorker();
    await live.waitFor();
    await page.close();
    page = await stage.popup();
    await page.getByRole('link', { name: /Watched/ }).click();
    await page.getByText('Live', { exact: true }).waitFor();
  });
});

describe('by keyboard alone', () => {
  it('a file goes from the first step to the last, and a question there is asked and taken back', async () => {
    page = await stage.tab();
    await page.getByRole('button', { name: 'Paste rows' }).waitFor();
    await forgetColumns(page);
    expect(await axeViolations(page)).toEqual([]);
    await tabTo(page, 'Call with');
    await page.keyboard.type('Hello');
    await tabTo(page, 'Paste rows');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(people(PEOPLE).replaceAll(',', '\t'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    started.set('Pasted rows', PEOPLE);
    for (const [title, button] of [
      ['Which column is which?', 'Next: Check'],
      ['Who will be called?', 'Next: Confirm'],
      ['Is everything right?', 'Start 20 calls in 1 campaign'],
    ] as const) {
      await expect.poll(() => focusedName(page), PATIENCE).toBe(title);
      await page.locator('button[aria-disabled="false"]', { hasText: button }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await tabTo(page, button);
      await page.keyboard.press('Enter');
    }
    await page.getByText('Live', { exact: true }).waitFor();
    await isLaunched('Pasted rows');
    await expect.poll(() => focusedName(page), PATIENCE).toBe('Pasted rows');
    expect(await axeViolations(page)).toEqual([]);

    await tabTo(page, 'Stop');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Stop 20 calls not yet made?' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedName(page), PATIENCE).toBe('Stop');
  });
});

describe('in the end', () => {
  it('everybody was called exactly once, by exactly one campaign', async () => {
    const { control } = stage.stack.exotel;
    await letRun(control, 20_000);
    for (const name of started.keys()) {
      await expect.poll(async () => (await stage.importNamed(name))?.state, PATIENCE).toBe('finished');
    }
    const { counts, numbersInSeveralCampaigns, numbersDialledBySeveralCampaigns, outcomes } = control.summary();
    const total = [...started.values()].reduce((sum, count) => sum + count, 0);
    expect([numbersInSeveralCampaigns, numbersDialledBySeveralCampaigns]).toEqual([[], []]);
    expect([counts.numbers, counts.numbersDialled, counts.dials]).toEqual([total, total, total]);
    expect(outcomes).toMatchObject({ completed: total });
    const kept = control.ledger().creates.filter(({ status }) => status !== 'deleted');
    expect(kept.map(({ name, numbers }) => [name.replace(/ 1\/1 #.*$/u, ''), numbers])).toEqual([...started]);
  });
});
