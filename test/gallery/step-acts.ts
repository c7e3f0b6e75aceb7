import { checkFile, chooseFile, confirmFile, goOn, heading, pickTemplate, press } from './acting.ts';
import { personalRows, TEMPLATES } from './cast.ts';
import type { Act, Actor } from './scene.ts';

async function chooseRefused(actor: Actor, path: string): Promise<void> {
  await pickTemplate(actor, TEMPLATES.plain);
  await actor.page.getByLabel(actor.words.file.choose, { exact: true }).setInputFiles(path);
  await actor.page.getByRole('alert').first().waitFor();
}

async function leftOut(actor: Actor): Promise<void> {
  await actor.page.getByRole('grid').getByRole('row').nth(3).waitFor();
}

export const FILE_ACT: Act = {
  title: 'Step 1: the file',
  scenes: [
    {
      name: 'file-pasted',
      about: 'Rows pasted from a spreadsheet',
      async play(actor) {
        const { page, words } = actor;
        await pickTemplate(actor, TEMPLATES.personal);
        await press(page, words.file.pasteRows);
        const rows = [['Name', 'Mobile', 'City'], ...personalRows(12)].map((cells) => cells.join('\t'));
        await page.getByLabel(words.file.pasteLabel, { exact: true }).fill(rows.join('\n'));
      },
    },
    {
      name: 'file-too-large',
      about: 'A file above the limit',
      play: (actor) => chooseRefused(actor, actor.props.tooLarge),
    },
    {
      name: 'file-sheets',
      about: 'A workbook of several sheets',
      async play(actor) {
        const { page, words } = actor;
        await pickTemplate(actor, TEMPLATES.personal);
        await page.getByLabel(words.file.choose, { exact: true }).setInputFiles(actor.props.workbook);
        await page.getByText(words.spreadsheets.chooseHeading, { exact: true }).waitFor();
      },
    },
    {
      name: 'file-chosen',
      about: 'Back at the file of an import',
      async play(actor) {
        await chooseFile(actor, TEMPLATES.plain, actor.props.leads);
        await actor.page.getByRole('link', { name: actor.words.steps.names.file }).click();
        await heading(actor.page, actor.words.file.again);
      },
    },
  ],
};

export const COLUMNS_ACT: Act = {
  title: 'Step 2: the columns',
  scenes: [
    {
      name: 'columns',
      about: 'Every column found, with values',
      async play(actor) {
        await chooseFile(actor, TEMPLATES.personal, actor.props.personal);
        await actor.page.getByRole('heading', { name: actor.words.columns.listHeading(3) }).waitFor();
      },
    },
    {
      name: 'columns-unmapped',
      about: 'Variables no column is headed like',
      async play(actor) {
        await chooseFile(actor, TEMPLATES.personal, actor.props.unmapped);
        await actor.page.getByText(actor.words.columns.variableMissing('Name'), { exact: true }).waitFor();
      },
    },
  ],
};

export const CHECK_ACT: Act = {
  title: 'Step 3: the check',
  scenes: [
    {
      name: 'check-clean',
      about: 'Every row can be called',
      async play(actor) {
        await checkFile(actor, TEMPLATES.plain, actor.props.clean);
        await actor.page.getByText(actor.words.issues.none, { exact: true }).waitFor();
      },
    },
    {
      name: 'check',
      about: 'Left-out rows: why, and what to do; digits a spreadsheet destroyed',
      async play(actor) {
        await checkFile(actor, TEMPLATES.plain, actor.props.leads);
        await leftOut(actor);
      },
    },
    {
      name: 'check-mended',
      about: 'One row corrected on the spot, another being corrected; how to export again',
      async play(actor) {
        const { page, words } = actor;
        await checkFile(actor, TEMPLATES.plain, actor.props.leads);
        await leftOut(actor);
        await page.locator('.issue-help summary').first().click();
        const values = page.getByRole('grid').locator('.issue-value');
        await values.nth(0).click();
        await page.locator('.issue-input').fill('98450 77001');
        await page.keyboard.press('Enter');
        await page.locator('.issue-mended').waitFor();
        await values.nth(1).click();
        await page.locator('.issue-input').fill('98450 77');
        await page.getByText(words.issues.summary(1, 1)).first().waitFor();
      },
    },
    {
      name: 'check-missing',
      about: 'People whose row has no value for the text',
      async play(actor) {
        await checkFile(actor, TEMPLATES.personal, actor.props.personal);
        await actor.page.getByText(actor.words.check.missingHeading, { exact: true }).waitFor();
      },
    },
    {
      name: 'check-fault',
      about: 'A file that cannot be used as it is, and where it is mended',
      async play(actor) {
        await checkFile(actor, TEMPLATES.plain, actor.props.unclosedQuote);
        await actor.page.getByRole('alert').first().waitFor();
      },
    },
    {
      name: 'check-near-limit',
      about: 'A file that nearly reaches the limits',
      async play(actor) {
        await checkFile(actor, TEMPLATES.plain, actor.props.nearLimit);
        await leftOut(actor);
      },
    },
  ],
};

export const CONFIRM_ACT: Act = {
  title: 'Step 4: confirm',
  scenes: [
    {
      name: 'confirm',
      about: 'What will happen, and when',
      play: (actor) => confirmFile(actor, TEMPLATES.plain, actor.props.leads),
    },
    {
      name: 'confirm-lists',
      about: 'Lists, because they were wished for',
      async play(actor) {
        const { page, words } = actor;
        await confirmFile(actor, TEMPLATES.flow, actor.props.clean);
        await page.getByRole('radio', { name: words.confirm.wishes.lists.label }).check();
      },
    },
    {
      name: 'confirm-personal',
      about: 'What one person hears, in a text of variables',
      play: (actor) => confirmFile(actor, TEMPLATES.personal, actor.props.personal),
    },
    {
      name: 'confirm-sms',
      about: 'A message, as one person reads it',
      play: (actor) => confirmFile(actor, TEMPLATES.message, actor.props.personal),
    },
    {
      name: 'confirm-adjusted',
      about: 'Other times and another pace, for this import only',
      async play(actor) {
        const { page, words } = actor;
        await confirmFile(actor, TEMPLATES.plain, actor.props.leads);
        await press(page, words.adjust.title.voice);
        await page.getByLabel(words.editor.windowFrom, { exact: true }).fill('10:00');
        await page.getByLabel(words.editor.windowTo, { exact: true }).fill('13:00');
        await page.getByLabel(words.editor.throttle, { exact: true }).fill('30');
        await page.getByRole('button', { name: words.adjust.asTemplate, exact: true }).waitFor();
      },
    },
    {
      name: 'confirm-offline',
      about: 'The Worker cannot be reached: nothing is lost',
      async play(actor) {
        const { page, words, gate } = actor;
        await checkFile(actor, TEMPLATES.plain, actor.props.clean);
        await actor.page.getByText(words.issues.none, { exact: true }).waitFor();
        await page.route(`${gate.url}/**`, (route) => route.abort());
        await page.reload();
        await page.getByText(words.steps.workerAway).waitFor();
        await goOn(actor, 'confirm');
        await page.getByText(words.steps.noAccount).first().waitFor();
      },
    },
  ],
};
