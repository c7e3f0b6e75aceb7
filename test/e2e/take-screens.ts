// Takes docs/screens/*.png from the real thing: `node test/e2e/take-screens.ts`.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { importSchema, importSummarySchema } from '../../shared/protocol/import.ts';
import type { Import } from '../../shared/protocol/import.ts';
import { FINAL_OUTCOMES } from '../../shared/protocol/outcomes.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { buildLocalExtension } from '../local/local-extension.ts';
import { startStack } from '../local/local-stack.ts';
import { projectPath } from '../local/project-root.ts';
import { openExtension } from './open-extension.ts';

const WIDE = { width: 1280, height: 860 };
const NARROW = { width: 400, height: 860 };
/** How much of the calling the pictures show as done. */
const DONE_SHARE = 0.55;
const TEMPLATES = [
  {
    name: 'Diwali greeting',
    flow: { kind: 'greeting', text: 'Namaste! Diwali offers are here: 20% off every plan renewed before Sunday.' },
    retries: { count: 1, intervalMinutes: 15, mechanism: 'Linear', on: ['busy', 'no-answer'] },
  },
  {
    name: 'Feedback after delivery',
    flow: { kind: 'ivr', text: 'Press 1 if everything arrived, press 2 to be called back.', repeatMenu: 1 },
  },
  {
    name: 'Renewal reminder',
    flow: { kind: 'flow', url: 'http://my.exotel.com/acme1/exoml/start_voice/28311' },
  },
];

const folder = projectPath('docs', 'screens');
const profile = await mkdtemp(join(tmpdir(), 'dialsheet-screens-'));
const stack = await startStack({ user: 'asha', exotel: { skipIdle: false, seed: 3 } });
const extension = await openExtension(
  await buildLocalExtension({ workerUrl: stack.workerUrl, token: stack.token }),
  profile,
);

async function take(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [suffix, size] of [
      ['', WIDE],
      ['-narrow', NARROW],
    ] as const) {
      await page.setViewportSize(size);
      await page.screenshot({ path: join(folder, `${name}${suffix}-${colorScheme}.png`), animations: 'disabled' });
    }
  }
  await page.setViewportSize(WIDE);
}

async function theImport(): Promise<Import> {
  const { items } = await stack.api.get('/api/imports', pageSchema(importSummarySchema));
  return stack.api.get(`/api/imports/${items[0]?.id}`, importSchema);
}

async function until(isSo: (view: Import) => boolean): Promise<void> {
  while (!isSo(await theImport())) await wait(100);
}

try {
  await mkdir(folder, { recursive: true });
  for (const template of TEMPLATES) {
    await stack.api.post('/api/templates', { channel: 'voice', callerId: '08088919888', ...template }, templateSchema);
  }

  const page = await extension.open('options.html');
  await page.getByText('Connected', { exact: true }).waitFor();
  await take(page, 'options');
  await page.getByRole('button', { name: 'Open Dialsheet' }).click();
  await page.getByRole('link', { name: 'Templates' }).click();
  await page.getByRole('heading', { name: 'Renewal reminder' }).waitFor();
  await take(page, 'templates');
  await page.getByRole('button', { name: 'Edit Diwali greeting' }).click();
  await page.getByRole('heading', { name: 'Edit template' }).waitFor();
  await take(page, 'editor');

  await page.getByRole('link', { name: 'Imports' }).click();
  await page.getByLabel('Call with').selectOption('Diwali greeting');
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'Diwali leads.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(makeContactFile({ accepted: 12_480, duplicate: 70, invalid: 45, blank: 5 }).bytes()),
  });
  await page.getByRole('heading', { name: '5 columns in the file' }).waitFor();
  await take(page, 'columns');
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByRole('heading', { name: '12,480 calls from 12,600 rows' }).waitFor();
  await take(page, 'check');
  await page.getByRole('button', { name: 'Next: Confirm' }).click();
  const start = page.getByRole('button', { name: 'Start 12,480 calls in 3 campaigns' });
  await start.waitFor();
  await page.getByText('Namaste! Diwali offers are here').waitFor();
  await take(page, 'confirm');

  await start.click();
  await page.getByText('of 12,480 done', { exact: true }).waitFor();
  await until(({ state }) => state === 'running');
  await stack.exotel.control.setClock({ speed: 600, skipIdle: true });
  const done = ({ contacts, rows }: Import) =>
    FINAL_OUTCOMES.reduce((sum, outcome) => sum + contacts[outcome], 0) / rows.accepted;
  await until((view) => done(view) >= DONE_SHARE);
  const { now } = await stack.exotel.control.setClock({ speed: 1, skipIdle: false });
  // The stand-in has run ahead of this machine: the pictures show its day as today.
  await page.clock.setSystemTime(Date.parse(now));
  await page.reload();
  await page.getByText('Live', { exact: true }).waitFor();
  await take(page, 'watch');
  await page.getByRole('link', { name: 'Imports' }).click();
  await page.getByRole('link', { name: /Diwali leads/ }).waitFor();
  await take(page, 'home');
} finally {
  await extension.close();
  await stack.stop();
  await rm(profile, { recursive: true, force: true });
}
