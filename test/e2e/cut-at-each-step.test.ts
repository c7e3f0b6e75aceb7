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
import { IS_WHOLE } from './support/whole-run.ts';

const PEOPLE = 20;
/** Two parts of an upload, in rows as long as cells allow. */
const LARGE = { people: 85, rowBytes: 50_000 };
const PATIENCE = { timeout: 60_000, interval: 250 };
/** Ten thousand numbers per file, so that no two files call the same people. */
const NUMBERS_EACH = 10_000;

type Matches = (request: IncomingMessage) => boolean;

let stage: ImportStage;
/** One after the other: each test goes on where the one before it left the browser, with a file or a tab of its own where it says so. */
let page: Page;
/** What must have been called in the end, by the name of its import. */
const started = new Map<string, number>();
let numbersGiven = 0;
let isWorkerDown = false;
let isNetworkCut = false;
/** What the gate holds, through every cut, until `letThrough`. */
let held: Matches = () => false;

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
  if (isNetworkCut) await mendNetwork();
  if (isWorkerDown) await restartWorker();
});

function people(count: number, rowBytes = 0): string {
  numbersGiven += NUMBERS_EACH;
  return peopleCsv(numbersGiven, count, rowBytes);
}

/** From any screen of an open tab, with headings decided on before: such a file opens on its last step. */
async function goToNextStart(name: string, content: string): Promise<ReturnType<Page['getByRole']>> {
  await page.getByRole('link', { name: 'Imports', exact: true }).click();
  await page.getByLabel('Call with').selectOption('Hello');
  const file = { name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByRole('heading', { name: 'Is everything right?', level: 1 }).waitFor();
  await allow(page);
  return page.getByRole('button', { name: /^Start / });
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
  isNetworkCut = true;
  await stage.browser().context.setOffline(true);
  stage.gate.cut();
}

async function mendNetwork(): Promise<void> {
  stage.gate.open(); // a cut left nothing waiting there
  stage.gate.hold(held);
  await stage.browser().context.setOffline(false);
  isNetworkCut = false;
}

function hold(matches: Matches): void {
  held = matches;
  stage.gate.hold(held);
}

function letThrough(): void {
  held = () => false;
  stage.gate.open();
}

/** The whole run closes the page at each step, the short one at the last: there is no more to lose at any other. */
const CLOSED_AT = (
  [
    ['file', 'Which file?', 'Next: Columns'],
    ['columns', 'Which column is which?', 'Next: Check'],
    ['check', 'Who will be called?', 'Next: Confirm'],
    ['confirm', 'Is everything right?', null],
  ] as const
).filter(([, , next]) => IS_WHOLE || next === null);

describe('before Start, with the network cut', () => {
  const name = 'Cut at each step';

  it('the first step says so, and takes a file in as soon as the network is back', async () => {
    await cutNetwork();
    page = await stage.tab();
    await page.getByText('The Worker cannot be reached.').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await mendNetwork();
    await page.getByLabel('Call with').selectOption('By name');
    await chooseFile(page, `${name}.csv`, people(3));
    await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
    await page.getByLabel('@@Name').selectOption({ label: 'A · Who' });
    if (IS_WHOLE) return page.getByRole('link', { name: 'Back' }).click();
    for (const next of ['Next: Check', 'Next: Confirm']) await page.getByRole('button', { name: next }).click();
  });

  it.each(CLOSED_AT)('%s keeps its place through a closed page, and goes on by itself', async (step, title, next) => {
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await expect.poll(async () => (await keptInBrowser(page, name))?.step).toBe(step);

    await cutNetwork();
    await page.close();
    page = await stage.popup();
    await page.getByRole('link', { name: new RegExp(name) }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.getByRole('alert').getByText('Worker not reachable: your file is safe, start it later').waitFor();
    expect(await keptInBrowser(page, name)).toMatchObject({ step, columns: { variables: { Name: 1 } } });
    if (IS_WHOLE && step === 'confirm') expect(await axeViolations(page)).toEqual([]);

    await mendNetwork();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    if (next === null) await page.getByRole('button', { name: 'Start 3 calls in 1 campaign' }).waitFor();
    else await page.getByRole('button', { name: next }).click();
  });

  it('is started once by two tabs pressing at once', async () => {
    const other = await stage.browser().open(`popup.html?surface=tab${new URL(page.url()).hash}`);
    const buttons = await Promise.all(
      [page, other].map(async (each) => {
        await allow(each);
        const start = each.getByRole('button', { name: 'Start 3 calls in 1 campaign' });
        await start.and(each.locator('[aria-disabled="false"]')).waitFor();
        return start.elementHandle();
      }),
    );
    // Pressed without the mouse, which waits for its tab to be in front; found before, because the first press takes
    // the other tab to another screen.
    await Promise.all(buttons.map((button) => button?.dispatchEvent('click')));
    started.set(name, 3);
    await Promise.all([page, other].map((one) => one.getByText('of 3 done', { exact: true }).waitFor()));
    await isLaunched(name);
    await page.close();
    page = other;
  });
});

describe('while a file is on its way', () => {
  const name = 'Cut on its way';
  /** Where each part began that left the browser. */
  const sent: number[] = [];
  const note = (request: IncomingMessage) => {
    if (isPart(request)) sent.push(Number(request.headers['upload-offset']));
    return false;
  };
  const noteAndHold = (request: IncomingMessage) => note(request) || isLaterPart(request);

  /** Its second part, which each of these tests finds held before the Worker, is sent again once it was lost. */
  async function goesOn(after: number): Promise<void> {
    await expect.poll(() => sent.length, PATIENCE).toBeGreaterThan(after);
  }

  it('goes on after the network was cut, and says meanwhile that it was', async () => {
    await page.getByRole('link', { name: 'Imports', exact: true }).click();
    const start = await goToStart(page, name, people(LARGE.people, LARGE.rowBytes));
    hold(noteAndHold);
    await start.click();
    started.set(name, LARGE.people);
    await goesOn(1);
    await expect.poll(async () => (await keptInBrowser(page, name))?.offset, PATIENCE).toBe(UPLOAD_PART_BYTES);

    await cutNetwork();
    await page.getByText('The Worker cannot be reached.').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    const before = sent.length;
    await mendNetwork();
    await goesOn(before);
    await page.getByText('The Worker cannot be reached.').waitFor({ state: 'detached' });
  });

  it.runIf(IS_WHOLE)('goes on after the Worker was killed', async () => {
    await killWorker();
    letThrough();
    hold(note);
    await page.getByText('The Worker cannot be reached.').waitFor();
    hold(noteAndHold);
    const before = sent.length;
    await restartWorker();
    await goesOn(before);
    await page.getByText('The Worker cannot be reached.').waitFor({ state: 'detached' });
  });

  it('goes on by the alarm after the extension’s worker was killed, with no page open', async () => {
    await page.close();
    const before = sent.length;
    await endExtensionWorker(stage.browser().context);
    await goesOn(before);
  });

  it.runIf(IS_WHOLE)('goes on after the whole browser was closed, with no page open', async () => {
    const before = sent.length;
    await stage.reopenBrowser();
    await goesOn(before);
  });

  it('is launched by itself, with no page open', async () => {
    letThrough();
    await isLaunched(name);
    const open = stage.browser().context.pages();
    expect(open.filter((one) => one.url().includes('popup'))).toEqual([]);
    page = await stage.tab();
    await page.getByRole('link', { name: new RegExp(name) }).click();
    await page.getByText('of 85 done', { exact: true }).waitFor();
  });

  it('sends nothing again that had arrived, whatever was cut', () => {
    expect(sent[0]).toBe(0);
    expect(new Set(sent.slice(1))).toEqual(new Set([UPLOAD_PART_BYTES]));
  });
});

describe('while it is handed over', () => {
  it('is launched once when the answer to the launch is lost, with the page closed', async () => {
    const start = await goToNextStart('Answer lost', people(PEOPLE));
    stage.gate.loseAnswer(isLaunch);
    // The next try is delayed; otherwise it may be done before anybody looks.
    let launches = 0;
    hold((request) => isLaunch(request) && (launches += 1) > 1);
    await start.click();
    started.set('Answer lost', PEOPLE);
    await expect.poll(() => stage.gate.held(), PATIENCE).toBe(1);
    await page.getByText('You can close this window').waitFor();
    await page.close();
    letThrough();
    await isLaunched('Answer lost');
    page = await stage.tab();
    await expect.poll(() => keptInBrowser(page, 'Answer lost'), PATIENCE).toBeNull();
    await page.getByRole('link', { name: /Answer lost/ }).click();
    await page.getByText('of 20 done', { exact: true }).waitFor();
  });

  it('is launched once when the extension’s worker is killed before the launch is answered', async () => {
    const start = await goToNextStart('Killed at launch', people(PEOPLE));
    hold(isLaunch);
    await start.click();
    started.set('Killed at launch', PEOPLE);
    await expect.poll(() => stage.gate.held(), PATIENCE).toBe(1);
    await endExtensionWorker(stage.browser().context);
    letThrough();
    // A page opened again wakes it: nobody waits for the alarm.
    await page.close();
    page = await stage.tab();
    await page.getByRole('link', { name: /Killed at launch/ }).click();
    await page.getByText('of 20 done', { exact: true }).waitFor();
    await isLaunched('Killed at launch');
  });

  it.runIf(IS_WHOLE)(
    'is launched once, and live again, when the Worker is killed with its campaign at Exotel already',
    async () => {
      const start = await goToNextStart('Worker killed at launch', people(PEOPLE));
      stage.stack.exotel.control.addFaults({ operation: 'create', kind: 'timeout_after' });
      await start.click();
      started.set('Worker killed at launch', PEOPLE);
      await page.getByText('of 20 done', { exact: true }).waitFor();
      const created = () =>
        stage.stack.exotel.control.ledger().creates.some(({ name }) => name.startsWith('Worker killed at'));
      await expect.poll(created, PATIENCE).toBe(true);
      await killWorker();
      await page.getByText('Not reachable: trying again every 5 seconds').waitFor();
      await page.getByText('of 20 done', { exact: true }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await restartWorker();
      await page.getByText('Live', { exact: true }).waitFor();
      await isLaunched('Worker killed at launch');
    },
  );
});

describe('while it is watched', () => {
  it('is live again after the network was cut, and after the page was closed', async () => {
    const live = page.getByText('Live', { exact: true });
    await cutNetwork();
    await page.getByText('Not reachable: trying again every 5 seconds').waitFor();
    await mendNetwork();
    await live.waitFor();
    await page.close();
    page = await stage.tab();
    await page.getByRole('link', { name: /Killed at launch/ }).click();
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Imports', exact: true }).click();
  });
});

describe('by keyboard alone', () => {
  it('a file goes from the first step to the last, and a question there is asked and taken back', async () => {
    await page.getByRole('button', { name: 'Paste rows' }).waitFor();
    await forgetColumns(page);
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
      await tabTo(page, button);
      await page.keyboard.press('Enter');
    }
    await page.getByText('Live', { exact: true }).waitFor();
    await isLaunched('Pasted rows');
    await expect.poll(() => focusedName(page), PATIENCE).toBe('Pasted rows');

    await tabTo(page, 'Stop');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Stop 20 calls not yet made?' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedName(page), PATIENCE).toBe('Stop');
    await page.close();
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
