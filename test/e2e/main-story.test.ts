import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSchema, importSummarySchema } from '../../shared/protocol/import.ts';
import type { Import } from '../../shared/protocol/import.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { proveImport } from '../local/demo-proof.ts';
import { buildLocalExtension } from '../local/stack/local-extension.ts';
import { outcomeOfWords } from '../local/outcome-of-words.ts';
import { startStack } from '../local/stack/local-stack.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { axeViolations } from './support/axe-violations.ts';
import { letRun, STANDING } from './support/exotel-clock.ts';
import { openExtension } from './support/open-extension.ts';
import type { OpenExtension } from './support/open-extension.ts';
import { tellLogOf } from './support/what-is-there.ts';
import { openGate } from './support/open-gate.ts';
import type { Gate } from './support/open-gate.ts';
import { allow } from './support/import-page.ts';
import { IS_WHOLE } from './support/whole-run.ts';

/** The whole run has more than one campaign takes, the short one as few as show every result. */
const FILE = { accepted: IS_WHOLE ? 12_480 : 300, duplicate: 70, invalid: 45, blank: 5 };
const CALLS = FILE.accepted.toLocaleString('en-IN');
const ROWS = makeContactFile(FILE).rows.total.toLocaleString('en-IN');
const CAMPAIGNS = IS_WHOLE ? '3 campaigns' : '1 campaign';
const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
/** Of many people most callbacks are lost: what they would have told is read back, and the test stays short. */
const LOST_CALLBACKS = IS_WHOLE ? 0.9 : 0;
/** Where the stand-in judges when calls may be made. */
const INDIA = 'Asia/Kolkata';
const POPUP = { width: 400, height: 600 };
const PATIENCE = { timeout: 60_000, interval: 250 };

let stack: LocalStack;
let gate: Gate;
let extensionDir: string;
let profileDir: string;
let browser: OpenExtension;

beforeAll(async () => {
  [stack, extensionDir, profileDir] = await Promise.all([
    // Without blocked numbers, which leave no call to read back when their callback is lost.
    startStack({ openCaps: true, user: 'asha', exotel: { ...STANDING, seed: 7, mix: MIX } }),
    buildLocalExtension(),
    mkdtemp(join(tmpdir(), 'dialsheet-browser-')),
  ]);
  tellLogOf(stack);
  gate = await openGate(stack.workerUrl);
  browser = await openExtension(extensionDir, profileDir, INDIA);
});

afterAll(async () => {
  await browser.close();
  await gate.close();
  await stack.stop();
  await rm(profileDir, { recursive: true, force: true });
});

async function theImport(): Promise<Import> {
  const { items } = await stack.api.get('/api/imports', pageSchema(importSummarySchema));
  return stack.api.get(`/api/imports/${items[0]?.id}`, importSchema);
}

/** The count beside a word in the legend of the watch screen, where results that nobody has are folded away. */
async function shown(page: Page, outcome: string): Promise<number> {
  const term = page.getByRole('term').filter({ hasText: outcome });
  if ((await term.count()) === 0) return 0;
  const count = await term.locator('xpath=following-sibling::dd').textContent();
  return Number((count ?? '').replaceAll(',', ''));
}

/** `IS_WHOLE` looks with axe at the screens that other tests look at with it as well. */
describe('the main story, in a real browser', () => {
  it('goes from the first run to every call accounted for, through every closed window', async () => {
    // The first run leads to the settings, which are tested before they are believed.
    const first = await browser.open('popup.html', POPUP);
    await first.getByRole('heading', { name: 'Call a whole sheet of contacts' }).waitFor();
    expect(await axeViolations(first)).toEqual([]);
    const opened = browser.context.waitForEvent('page');
    await first.getByRole('button', { name: 'Connect to your Worker' }).click();
    const settings = await opened;
    await settings.getByLabel('Worker address').fill(gate.url);
    await settings.getByLabel('Your token', { exact: true }).fill('wrong');
    await settings.getByRole('button', { name: 'Save and test' }).click();
    await settings.getByRole('alert').getByText('does not accept this token').waitFor();
    await settings.getByLabel('Your token', { exact: true }).fill(stack.token);
    await settings.getByRole('button', { name: 'Save and test' }).click();
    await settings.getByText('Connected', { exact: true }).waitFor();
    await settings.getByText('asha', { exact: true }).waitFor();
    if (IS_WHOLE) expect(await axeViolations(settings)).toEqual([]);

    // A template is made in the editor, which says what is wrong beside what is wrong.
    await settings.getByRole('button', { name: 'Open Dialsheet' }).click();
    const tab = settings;
    await tab.getByRole('button', { name: 'Create a template' }).click();
    await tab.getByLabel('Name', { exact: true }).fill('Diwali greeting');
    await tab.getByLabel('Call from').selectOption('Another number…');
    const callerId = tab.getByLabel('The other number');
    await callerId.fill('not a number');
    await tab.getByRole('button', { name: 'Save template' }).click();
    await expect.poll(() => callerId.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => callerId.evaluate((input) => document.activeElement === input), PATIENCE).toBe(true);
    expect(await axeViolations(tab)).toEqual([]);
    await tab.getByLabel('Call from').selectOption('08088919888');
    await tab.getByLabel('Text to say').fill('Happy Diwali from all of us.');
    await tab.getByLabel('Try again').selectOption('Once');
    await tab.getByRole('button', { name: 'Save template' }).click();
    await tab.getByRole('heading', { name: 'Templates' }).waitFor();
    await tab.getByRole('heading', { name: 'Diwali greeting' }).waitFor();
    expect(await axeViolations(tab)).toEqual([]);

    // The file is checked in the browser; nothing has left it.
    await tab.getByRole('link', { name: 'Imports' }).click();
    await tab.getByLabel('Choose a file').setInputFiles({
      name: 'Diwali leads.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(makeContactFile(FILE).bytes()),
    });
    await tab.getByRole('heading', { name: 'Which column is which?' }).waitFor();
    await tab.getByRole('heading', { name: '5 columns in the file' }).waitFor();
    if (IS_WHOLE) expect(await axeViolations(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Next: Check' }).click();
    await tab.getByRole('heading', { name: `${CALLS} calls from ${ROWS} rows` }).waitFor();
    await tab.getByRole('heading', { name: '120 rows are left out' }).waitFor();
    if (IS_WHOLE) expect(await axeViolations(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Next: Confirm' }).click();
    await tab.getByRole('heading', { name: `${CALLS} calls in ${CAMPAIGNS}` }).waitFor();
    await tab.getByText('Happy Diwali from all of us.').waitFor();
    if (IS_WHOLE) expect(await axeViolations(tab)).toEqual([]);
    expect((await stack.api.get('/api/imports', pageSchema(importSummarySchema))).total).toBe(0);

    // Start, then the window is closed and the browser dies while the file is on its way.
    gate.hold((request) => request.method === 'PATCH');
    await allow(tab);
    await tab.getByRole('button', { name: `Start ${CALLS} calls in ${CAMPAIGNS}` }).click();
    await tab.getByRole('progressbar', { name: 'Uploading the file' }).waitFor();
    expect(await axeViolations(tab)).toEqual([]);
    await expect.poll(() => gate.held(), PATIENCE).toBe(1);
    await tab.close();
    await browser.close();
    expect((await theImport()).state).toBe('receiving');
    gate.open();
    browser = await openExtension(extensionDir, profileDir, INDIA);

    // The popup finds it again, goes on by itself, and follows it live.
    const popup = await browser.open('popup.html', POPUP);
    await expect.poll(async () => (await theImport()).state, PATIENCE).toBe('running');
    await popup.getByRole('link', { name: /Diwali leads/ }).click();
    await popup.getByText(`of ${CALLS} done`, { exact: true }).waitFor();
    await popup.getByText('Live', { exact: true }).waitFor();
    if (IS_WHOLE) expect(await axeViolations(popup)).toEqual([]);
    stack.exotel.control.setCallbackFaults({ lose: LOST_CALLBACKS });
    await letRun(stack.exotel.control, 1_200);
    await expect.poll(() => shown(popup, 'Completed'), PATIENCE).toBeGreaterThan(0);
    await popup.close();

    // Closed in the middle of the run and opened again, it ends with every contact in its place.
    await letRun(stack.exotel.control, 20_000);
    const again = await browser.open('popup.html', POPUP);
    await again.getByRole('link', { name: /Diwali leads/ }).click();
    await again.getByText('Finished', { exact: true }).first().waitFor({ timeout: 120_000 });
    if (IS_WHOLE) expect(await axeViolations(again)).toEqual([]);
    const download = again.waitForEvent('download');
    await again.getByRole('button', { name: 'Results' }).click();
    const csv = await readFile(await (await download).path(), 'utf8');
    const results = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });

    const view = await theImport();
    const claims = proveImport({
      notToCall: [],
      dialled: new Set(),
      fileRows: makeContactFile(FILE).rows,
      view,
      judge: stack.exotel.control.summary(),
      resultOutcomes: results.data.map(({ Outcome }) => outcomeOfWords(Outcome ?? '')),
      callbacks: { delivered: 1, kept: 1 },
    });
    expect(claims.filter(({ holds }) => !holds)).toEqual([]);
    const seen = () => Promise.all(['Completed', 'No answer', 'Busy', 'Failed'].map((word) => shown(again, word)));
    const { completed, no_answer, busy, failed } = view.contacts;
    await expect.poll(seen, PATIENCE).toEqual([completed, no_answer, busy, failed]);
  });
});
