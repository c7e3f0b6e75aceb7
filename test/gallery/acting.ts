import type { Page } from 'playwright-core';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import type { Actor } from './scene.ts';
import { forgetColumns } from '../e2e/support/forget-columns.ts';

const DISCARD = '.recent-item button';

/** Opens a screen from nothing, so that no scene sees what another left open. */
export async function goTo({ page }: Actor, hash: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${EXTENSION_ORIGIN}/popup.html?surface=tab${hash}`);
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

export async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name, exact: true }).first().waitFor();
}

/** Nothing on the page is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null);
}

/** A step that may be gone on from. */
export async function goOn({ page, words }: Actor, step: 'check' | 'confirm'): Promise<void> {
  await page.getByRole('button', { name: words.steps.nextTo(step), exact: true }).click();
}

/** A new import of a file, led to its columns. */
export async function chooseFile(actor: Actor, template: string, path: string): Promise<void> {
  const { page, words } = actor;
  await pickTemplate(actor, template);
  await forgetColumns(page);
  await page.getByLabel(words.file.choose, { exact: true }).setInputFiles(path);
  await heading(page, words.columns.title);
}

/** At the beginning of a new import, what earlier scenes left unstarted discarded. */
export async function pickTemplate(actor: Actor, template: string): Promise<void> {
  await goTo(actor, '');
  await heading(actor.page, actor.words.home.recent);
  await settled(actor.page);
  await actor.page.evaluate((buttons) => {
    for (const button of document.querySelectorAll<HTMLElement>(buttons)) button.click();
  }, DISCARD);
  await actor.page.waitForFunction((buttons) => document.querySelector(buttons) === null, DISCARD);
  await actor.page.locator('main select').first().selectOption({ label: template });
}

/** A new import, led on to its check. */
export async function checkFile(actor: Actor, template: string, path: string): Promise<void> {
  await chooseFile(actor, template, path);
  await goOn(actor, 'check');
}

/** A new import, led on to its confirmation, the preview of one person and the plan included. */
export async function confirmFile(actor: Actor, template: string, path: string): Promise<void> {
  await checkFile(actor, template, path);
  await goOn(actor, 'confirm');
  await heading(actor.page, actor.words.confirm.title);
  await actor.page.getByRole('figure', { name: actor.words.confirm.timeline }).waitFor();
  await settled(actor.page);
}
