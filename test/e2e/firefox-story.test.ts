import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSchema, importSummarySchema, type Import } from '../../shared/protocol/import.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { bytesOf, makeWorkbook } from '../extension/spreadsheet/make-workbook.ts';
import { downloadsOf, makeProfile } from '../firefox/firefox-profile.ts';
import { openFirefox, type OpenFirefox } from '../firefox/open-firefox.ts';
import { until } from '../firefox/until.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { findFirefox } from '../local/find-browser.ts';
import { buildFirefoxExtension } from '../local/stack/local-extension.ts';
import { startStack, type LocalStack } from '../local/stack/local-stack.ts';
import { outcomeOfWords } from '../local/outcome-of-words.ts';
import { letRun, STANDING } from './support/exotel-clock.ts';
import { openGate, type Gate } from './support/open-gate.ts';
import { tellLogOf, tellPages } from './support/what-is-there.ts';
import { IS_WHOLE } from './support/whole-run.ts';

/** As few as show every result: how a large file is split and called is no browser's matter. */
const FILE = { accepted: 300, duplicate: 7, invalid: 4, blank: 1 };
const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
const ENTER = '\uE007';

let stack: LocalStack;
let gate: Gate;
let profile: string;
let firefox: OpenFirefox;

async function theImport(): Promise<Import> {
  const { items } = await stack.api.get('/api/imports', pageSchema(importSummarySchema));
  return stack.api.get(`/api/imports/${items[0]?.id}`, importSchema);
}

function downloaded(part: string): Promise<string> {
  return until(`the download of ${part}`, async () => {
    const names = (await readdir(downloadsOf(profile))).filter((name) => name.includes(part));
    const [name] = names;
    // While it is written, an empty file keeps its name and a second one ends in ".part".
    if (name === undefined || names.some((each) => each.endsWith('.part'))) return null;
    return (await readFile(join(downloadsOf(profile), name), 'utf8')) || null;
  });
}

async function whatIsThere() {
  const page = await firefox.page.text().catch(() => 'no page');
  // Where a file stands is on Home, and no page may be open.
  await firefox.open('popup.html?surface=tab').catch(() => {});
  const home = await firefox.page.text().catch(() => 'no page');
  const complaints = await firefox.chrome.complaints().catch(() => []);
  return [
    { address: 'Firefox', text: page },
    { address: 'its Home', text: home },
    { address: 'its console', text: complaints.join('\n') },
  ];
}

/** Continuous integration installs one; a machine of somebody's own may have none that takes an unsigned extension. */
const IS_MISSING = process.env['CI'] === undefined && findFirefox() === null;

describe.skipIf(IS_MISSING)('the main story, in a real Firefox', () => {
  beforeAll(async () => {
    const [started, extensionDir, directory] = await Promise.all([
      startStack({
        openCaps: true,
        user: 'asha',
        exotel: { ...STANDING, seed: 7, mix: MIX },
      }),
      buildFirefoxExtension(),
      mkdtemp(join(tmpdir(), 'dialsheet-firefox-')),
    ]);
    [stack, profile] = [started, directory];
    tellLogOf(stack);
    tellPages(whatIsThere);
    await makeProfile(profile, extensionDir);
    gate = await openGate(stack.workerUrl);
    firefox = await openFirefox(profile);
  });

  afterAll(async () => {
    await firefox.close();
    await gate.close();
    await stack.stop();
    await rm(profile, { recursive: true, force: true });
  });

  it('asks for the address, and takes no for an answer', async () => {
    const { page, chrome } = firefox;
    // Its button stands in the toolbar, where its badge is seen; its sidebar opens when it is asked for, not before.
    await firefox.open('popup.html');
    expect([await chrome.isInToolbar(), await chrome.sidebar()]).toEqual([true, null]);
    await page.heading('Call a whole sheet of contacts');
    await firefox.followNewTab(() => page.press('Connect to your Worker'));
    await page.fill('Worker address', gate.url);
    await page.fill('Your token', stack.token);
    await page.press('Save and test');
    await chrome.answerPrompt('deny');
    await page.find('alert', 'blocked', 'part');
    await page.press('Save and test');
    await chrome.answerPrompt('allow');
    await page.see('Connected');
  });

  it('says that its address was taken away, and asks for it again', async () => {
    const { page, chrome } = firefox;
    await chrome.takeBackHosts();
    await page.press('Open Dialsheet');
    await page.see(`Allow Dialsheet to reach ${new URL(gate.url).host}`);
    await page.press('Allow this address');
    await chrome.answerPrompt('allow');
    await page.find('button', 'Create a template');
  });

  it('goes from a template to an upload', async () => {
    const { page } = firefox;
    await page.press('Create a template');
    await page.fill('Name', 'Diwali greeting');
    await page.choose('Call from', '08088919888');
    await page.fill('Text to say', 'Happy Diwali from all of us.');
    await page.press('Save template');
    await page.heading('Diwali greeting');

    const csv = join(profile, 'Diwali leads.csv');
    await writeFile(csv, makeContactFile(FILE).bytes());
    await page.follow('Imports');
    await page.pick('Choose a file', csv);
    await page.heading('Which column is which?');
    await page.press('Next: Check');
    await page.heading('300 calls from 312 rows');
    await page.press('Next: Confirm');
    await page.heading('300 calls in 1 campaign');

    gate.hold((request) => request.method === 'PATCH');
    await page.click('field', 'I am allowed to call these people');
    await page.press('Start 300 calls in 1 campaign');
    await page.find('progressbar', null);
    await until('the upload', () => Promise.resolve(gate.held() === 1));
    await firefox.closeTab();
    expect((await theImport()).state).toBe('receiving');
  });

  it.runIf(IS_WHOLE)('is cut off by no half minute without an event, and goes on after a crash', async () => {
    const { chrome } = firefox;
    // The window is closed. Firefox ends a background after half a minute without an event: what is on its way is not cut off.
    await chrome.backgroundLife();
    const life = await until('its second alarm, or its end', async () => {
      const seen = await chrome.backgroundLife();
      return (seen.includes('end') || seen.length >= 2) && seen;
    });
    // A third may have come before it was looked at.
    expect([life.slice(0, 2), gate.held()]).toEqual([['alarm', 'alarm'], 1]);
    await firefox.kill();
    expect((await theImport()).state).toBe('receiving');
    gate.open();
    firefox = await openFirefox(profile);
  });

  it('goes on by itself to every call accounted for, with no page open', async () => {
    gate.open();
    await until('the upload to go on by itself', async () => (await theImport()).state === 'running');

    // Its background sleeps and wakes; the screen is live.
    await firefox.chrome.suspendBackground();
    await firefox.open('popup.html?surface=tab');
    await firefox.page.follow('Diwali leads', 'part');
    await firefox.page.see('of 300 done');
    await firefox.page.see('Live');
    await letRun(stack.exotel.control, 1_200);
    await until('a completed call', async () => (await firefox.page.countBeside('Completed')) > 0);
    await letRun(stack.exotel.control, 20_000);
    await firefox.page.see('Finished');
    await firefox.page.press('Download results');
    const csvText = (await downloaded('results')).replace(/^\uFEFF/, '');
    const { data } = Papa.parse<Record<string, string>>(csvText, { header: true, skipEmptyLines: true });
    const outcomes = data.map(({ Outcome = '' }) => outcomeOfWords(Outcome));
    const { contacts } = await theImport();
    expect(Object.entries(contacts).map(([code]) => [code, outcomes.filter((each) => each === code).length])).toEqual(
      Object.entries(contacts),
    );
    expect(stack.exotel.control.summary().numbersDialledBySeveralCampaigns).toEqual([]);
    await until('the badge', async () => (await firefox.chrome.badge()) === '✓');
  });

  it.runIf(IS_WHOLE)('reads a workbook, and corrects a cell', async () => {
    const { page } = firefox;
    const book = join(profile, 'Dues.xlsx');
    const people = {
      A1: { t: 's', v: 'Name' },
      B1: { t: 's', v: 'Mobile' },
      A2: { t: 's', v: 'आशा' },
      B2: { t: 'n', v: 919_876_543_210, z: '0.00E+00' },
      A3: { t: 's', v: 'Bina' },
      B3: { t: 'n', v: 12_345 },
      '!ref': 'A1:B3',
    } as const;
    await writeFile(book, bytesOf(makeWorkbook({ People: people })));
    await firefox.open('popup.html?surface=tab');
    await page.pick('Choose a file', book);
    await page.heading('Which column is which?');
    await page.press('Next: Check');
    await page.heading('1 call from 2 rows');
    await page.click('text', '12345');
    await page.fill('Number in row 3', `98765 43215${ENTER}`);
    await page.heading('2 calls from 2 rows');
  });

  it('opens its panel from a button, speaks Hindi, and has complained of nothing', async () => {
    const { page, chrome } = firefox;
    await firefox.open('popup.html');
    await page.press('Open in the side panel');
    expect(await until('the panel', () => chrome.sidebar())).toMatch(/dialsheet/);

    await firefox.open('options.html');
    await page.choose('Language', 'हिन्दी');
    await until('Hindi', async () => (await page.language()) === 'hi');
    const [shown = 0, needed = 0] = await page.width();
    expect(needed).toBeLessThanOrEqual(shown);
    expect(await chrome.complaints()).toEqual([]);
  });
});
