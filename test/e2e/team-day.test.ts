import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { buildLocalExtension } from '../local/stack/local-extension.ts';
import { startStack } from '../local/stack/local-stack.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { IN_THE_MORNING } from '../local/stack/morning-zone.ts';
import { axeViolations } from './support/axe-violations.ts';
import { STANDING } from './support/exotel-clock.ts';
import { allow, chooseFile, peopleCsv } from './support/import-page.ts';
import { openExtension } from './support/open-extension.ts';
import type { OpenExtension } from './support/open-extension.ts';
import { goTo, moveTo } from './support/screen-case.ts';
import { tellLogOf } from './support/what-is-there.ts';
import { IS_WHOLE } from './support/whole-run.ts';

/** Only ends what hangs. */
const PATIENCE = { timeout: 120_000, interval: 200 };

let stack: LocalStack;
let profiles: readonly string[] = [];
let asha: OpenExtension;
let meena: OpenExtension;

beforeAll(async () => {
  let extensionDir: string;
  [stack, extensionDir, profiles] = await Promise.all([
    startStack({ user: 'asha', vars: IN_THE_MORNING, exotel: { ...STANDING, seed: 13, mix: { completed: 1 } } }),
    buildLocalExtension(),
    Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'dialsheet-browser-')))),
  ]);
  tellLogOf(stack);
  const template = {
    name: 'Hello',
    channel: 'voice',
    callerId: '08088919888',
    flow: { kind: 'greeting', text: 'Namaste' },
  };
  await stack.api.post('/api/templates', template, templateSchema);
  const [first = '', second = ''] = profiles;
  [asha, meena] = await Promise.all([openExtension(extensionDir, first), openExtension(extensionDir, second)]);
});

afterAll(async () => {
  await Promise.all([asha.close(), meena.close()]);
  await stack.stop();
  await Promise.all(profiles.map((profile) => rm(profile, { recursive: true, force: true })));
});

async function badgeOf({ context }: OpenExtension): Promise<string> {
  const worker =
    context.serviceWorkers().find((each) => each.url().startsWith(EXTENSION_ORIGIN)) ??
    (await context.waitForEvent('serviceworker'));
  return worker.evaluate<string>('chrome.action.getBadgeText({})');
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('a day of a team, in two browsers', () => {
  it('goes from an invite over a start that needs two to access revoked', async () => {
    // Asha, an admin by TEAM_TOKENS, invites Meena: nobody reads a token.
    const admin = await asha.open('options.html');
    await admin.getByLabel('Worker address').fill(stack.workerUrl);
    await admin.getByLabel('Your token', { exact: true }).fill(stack.token);
    await button(admin, 'Save and test').click();
    await admin.getByText('Connected', { exact: true }).waitFor();
    await moveTo(admin, '');
    await admin.getByRole('link', { name: 'Team', exact: true }).click();
    await admin.getByRole('heading', { name: 'Team', exact: true }).waitFor();
    await admin.getByText('Nobody yet.').waitFor();
    await admin.getByLabel('Their name').fill('Meena');
    await button(admin, 'Create invite link').click();
    const link = await admin.getByLabel('Invite link for Meena').inputValue();
    expect(await axeViolations(admin)).toEqual([]);

    // Meena pastes the link, and is in.
    const own = await meena.open('options.html');
    await own.getByLabel('Worker address').fill(link);
    await own.getByText('no token is needed').waitFor();
    await button(own, 'Join the team').click();
    await own.getByText('Connected', { exact: true }).waitFor();
    await own.getByText('Meena', { exact: true }).waitFor();

    // She prepares, and asks: she cannot start. Campaigns of others are not hers to see.
    await moveTo(own, '');
    await own.getByLabel('Call with').selectOption('Hello');
    await expect.poll(() => own.getByRole('link', { name: 'Campaigns', exact: true }).count()).toBe(0);
    await chooseFile(own, 'Diwali.csv', peopleCsv(100, 3));
    await button(own, 'Next: Check').click();
    await button(own, 'Next: Confirm').click();
    await expect.poll(() => button(own, /^Start /).count()).toBe(0);
    await allow(own);
    await button(own, 'Ask for approval of 3 calls').click();
    await own.getByText('You asked.').waitFor();
    await own.getByText('Approval asked').first().waitFor();
    if (IS_WHOLE) expect(await axeViolations(own)).toEqual([]);

    // Asha's Home says so, and her badge. She sends it back with a word, which Meena sees at once.
    await moveTo(admin, '');
    await admin.getByRole('heading', { name: 'Waits for your approval', exact: true }).waitFor();
    await expect.poll(() => badgeOf(asha), PATIENCE).toBe('1');
    await admin.getByRole('link', { name: 'Check Diwali', exact: true }).click();
    await button(admin, 'Send back').click();
    await admin.getByLabel('What should change?').fill('Say who calls.');
    await button(admin, 'Send back with this word').click();
    await own.getByText('Say who calls.').waitFor();

    // She asks again; Asha approves what is on her screen, and the calls begin, once. That they may call, each says once.
    await own.getByText('Ticked as last time with this template.').waitFor();
    await button(own, 'Ask for approval of 3 calls').click();
    await own.getByText('You asked.').waitFor();
    const approve = button(admin, 'Approve and start 3 calls in 1 campaign');
    await approve.waitFor();
    expect(await axeViolations(admin)).toEqual([]);
    await expect.poll(() => approve.isDisabled()).toBe(true);
    await allow(admin);
    await approve.click();
    for (const page of [admin, own]) await page.getByText('of 3 done', { exact: true }).first().waitFor();
    await expect.poll(() => stack.exotel.control.ledger().creates.length, PATIENCE).toBe(1);
    await expect.poll(() => button(own, 'Resume').count()).toBe(0);

    // In a fright Asha stops everything: Meena, who watches, sees it. It is lifted, and stays paused.
    await moveTo(admin, '');
    await button(admin, 'Stop everything: 3 to go').click();
    await admin.getByText('Everything is stopped: 1 import paused').waitFor();
    await own.getByText('Paused', { exact: true }).first().waitFor();
    expect(stack.exotel.control.ledger().dials.length).toBe(0);
    await button(admin, 'Allow starting again').click();
    await admin.getByText('Everything is stopped', { exact: false }).waitFor({ state: 'detached' });

    // What happened reads as sentences.
    await moveTo(admin, '#/trail');
    await admin.getByText(/^asha stopped all calls/u).waitFor();
    await admin
      .getByText('asha approved and started the import “Diwali”, 3 contacts, after Meena asked.', { exact: true })
      .waitFor();
    await admin.getByText('“Say who calls.”').waitFor();
    expect(await axeViolations(admin)).toEqual([]);

    // Revoked, Meena is told so by what she has open, and sees nothing more; what she prepared goes on.
    await moveTo(admin, '#/team');
    await button(admin, 'Revoke access of Meena').click();
    await button(admin, 'Revoke access').click();
    await admin.getByText('Meena has no access any more.').waitFor();
    await own.getByText('does not accept this token', { exact: false }).first().waitFor();
    await moveTo(own, '');
    await own.getByText(/does not accept this token.* What is shown below is as of/u).waitFor();
    await own.getByRole('button', { name: 'Try again', exact: true }).waitFor();
    await goTo(own, '');
    await own.getByText('does not accept this token').first().waitFor();
    await expect.poll(() => own.getByRole('link', { name: 'Diwali' }).count()).toBe(0);
  });
});
