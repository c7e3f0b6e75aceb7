import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';

/** How far an import is, as one place tells it. */
interface Progress {
  readonly state: string;
  readonly done: number;
  readonly of: number;
}

/** People by what a place says became of them; words that nobody is under are left out. */
type ByResult = Readonly<Record<string, number>>;

/** What a person reads, screen after screen and file after file. */
export interface Told {
  readonly home: Progress;
  readonly allImports: Progress;
  readonly watch: Progress & { readonly results: ByResult; readonly inCampaigns: Omit<Progress, 'state'> };
  /** Rows that are not called, as the sum below the campaigns has them, and in the file of them. */
  readonly leftOut: { readonly said: number; readonly inFile: number };
  readonly campaigns: { readonly people: number };
  readonly eachCampaign: Omit<Progress, 'state'> & { readonly results: ByResult };
  readonly csv: ByResult;
  readonly workbook: ByResult;
}

const DONE = /([\d,]+)\s+of ([\d,]+)\s+done/gu;
const numberIn = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

/** Without loading the page anew, as a person goes from screen to screen. */
const show = (page: Page, hash: string) => page.goto(`${EXTENSION_ORIGIN}/popup.html?surface=tab${hash}`);

/** Every "12 of 60 done" of a text, added up. */
function doneIn(text: string): Omit<Progress, 'state'> {
  const all = [...text.matchAll(DONE)];
  if (all.length === 0) throw new Error(`Nothing is said to be done: ${text}`);
  return {
    done: all.reduce((sum, [, done]) => sum + numberIn(done), 0),
    of: all.reduce((sum, [, , of]) => sum + numberIn(of), 0),
  };
}

function counted(words: readonly (readonly [string, number])[]): ByResult {
  const counts: Record<string, number> = {};
  for (const [word, count] of words) if (count > 0) counts[word] = (counts[word] ?? 0) + count;
  return Object.fromEntries(Object.entries(counts).toSorted(([one], [other]) => one.localeCompare(other)));
}

/** The lines of a legend, without the sum below them. */
async function legendOf(within: Locator): Promise<[string, number][]> {
  const lines = await within.locator('.legend > div:not(.legend-total)').evaluateAll((all) =>
    all.map((line) => [
      // A question mark stands beside some words.
      [...(line.querySelector('dt')?.childNodes ?? [])]
        .filter(({ nodeType }) => nodeType === 3)
        .map((node) => node.textContent)
        .join('')
        .trim(),
      line.querySelector('dd')?.textContent ?? '',
    ]),
  );
  return lines.map(([word = '', count]) => [word, numberIn(count)]);
}

/** An element that holds a link to the import, of whatever kind Home shows it as. */
async function onHome(page: Page, name: string): Promise<Progress> {
  await show(page, '#/');
  const card = page.getByRole('region', { name, exact: true }).or(page.getByRole('listitem').filter({ hasText: name }));
  const text = await card.first().innerText();
  return { state: await card.first().locator('.pill').innerText(), ...doneIn(text) };
}

async function inAllImports(page: Page, name: string): Promise<Progress> {
  await show(page, '#/imports');
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  return { state: await row.locator('.pill').innerText(), ...doneIn(await row.innerText()) };
}

async function onWatch(page: Page, id: string): Promise<Told['watch']> {
  await show(page, `#/import/${id}`);
  const campaigns = page.locator('.campaigns');
  await campaigns.waitFor();
  return {
    state: await page.locator('.watch-head .pill').innerText(),
    ...doneIn(await page.locator('.watch-truth').innerText()),
    results: counted(await legendOf(page.getByRole('region', { name: 'Contacts by result' }))),
    inCampaigns: doneIn(await campaigns.innerText()),
  };
}

/** What `Results`, "Rows left out" and "Choose and download" save, from Watch. */
async function inFiles(page: Page): Promise<Pick<Told, 'csv' | 'workbook' | 'leftOut'>> {
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download results' }).click(),
  ]);
  const [leftOut] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download rows left out' }).click(),
  ]);
  const [called, ...others] = await page.locator('.rows-line strong').allInnerTexts();
  if (called === undefined) throw new Error('No sum over the file');
  await page.getByRole('button', { name: 'Choose and download' }).click();
  const [workbook] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Download', exact: true }).click(),
  ]);
  const rowsOf = async (path: string) => {
    const book = read(await readFile(path), { type: 'buffer' });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (sheet === undefined) throw new Error('The file has no sheet');
    return utils.sheet_to_json<Record<string, unknown>>(sheet, { raw: false });
  };
  const outcomes = async (path: string) =>
    counted((await rowsOf(path)).map(({ Outcome }) => [String(Outcome), 1] as const));
  return {
    csv: await outcomes(await csv.path()),
    workbook: await outcomes(await workbook.path()),
    leftOut: {
      said: others.reduce((sum, count) => sum + numberIn(count), 0),
      inFile: (await rowsOf(await leftOut.path())).length,
    },
  };
}

async function inCampaigns(page: Page, name: string): Promise<Pick<Told, 'campaigns' | 'eachCampaign'>> {
  await show(page, `#/campaigns?name=${encodeURIComponent(name)}`);
  const rows = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^Import, campaign/u }) });
  await rows.first().waitFor();
  const contacts = await rows.evaluateAll((all) => all.map((row) => row.querySelectorAll('td')[1]?.innerText));
  const addresses = await rows
    .locator('a[href^="#/campaigns/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const texts: string[] = [];
  const results: [string, number][] = [];
  for (const address of addresses) {
    await show(page, address);
    const card = page.getByRole('region', { name: 'Numbers by result' });
    texts.push(await card.locator('.counts-truth').innerText());
    results.push(...(await legendOf(card)));
  }
  return {
    campaigns: { people: contacts.reduce((sum, text) => sum + numberIn(text), 0) },
    eachCampaign: { ...doneIn(texts.join('\n')), results: counted(results) },
  };
}

export async function toldOf(page: Page, { id, name }: { id: string; name: string }): Promise<Told> {
  const home = await onHome(page, name);
  const allImports = await inAllImports(page, name);
  const watch = await onWatch(page, id);
  const files = await inFiles(page);
  return { home, allImports, watch, ...files, ...(await inCampaigns(page, name)) };
}

/** What every place would tell if all of them knew what Watch does. */
export function allAsWatch({ watch: { state, done, of, results }, leftOut: { said } }: Told): Told {
  return {
    home: { state, done, of },
    allImports: { state, done, of },
    watch: { state, done, of, results, inCampaigns: { done, of } },
    leftOut: { said, inFile: said },
    campaigns: { people: of },
    eachCampaign: { done, of, results },
    csv: results,
    workbook: results,
  };
}
