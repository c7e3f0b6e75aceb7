// `npm run gallery`: takes docs/screens/ from the real thing, every screen and state, in every language, theme and width.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words as english } from '../../extension/words/en.ts';
import { words as hindi } from '../../extension/words/hi.ts';
import type { Language } from '../../extension/words/language.ts';
import type { Words } from '../../extension/words/words.ts';
import { openExtension } from '../e2e/support/open-extension.ts';
import { openGate } from '../e2e/support/open-gate.ts';
import { buildLocalExtension } from '../local/stack/local-extension.ts';
import { startStack } from '../local/stack/local-stack.ts';
import { projectPath } from '../local/project-root.ts';
import { takePictures, WIDTHS } from './camera.ts';
import { CAMPAIGNS_ACT } from './campaigns-act.ts';
import { FIRST_ACT } from './first-act.ts';
import { HOME_ACT } from './home-act.ts';
import { makeProps } from './make-props.ts';
import { play } from './play.ts';
import type { Act, Actor } from './scene.ts';
import { makeTeam, makeTemplates, setStage } from './set-stage.ts';
import { CHECK_ACT, COLUMNS_ACT, CONFIRM_ACT, FILE_ACT } from './step-acts.ts';
import { TEAM_ACT } from './team-act.ts';
import { TEMPLATES_ACT } from './templates-act.ts';
import { UPLOAD_ACT } from './upload-act.ts';
import { WATCH_ACT } from './watch-act.ts';
import { writeContents } from './write-contents.ts';

/** Played while the stage is being set for the others: they need nothing but templates. */
const DRAFT_ACTS = [FILE_ACT, COLUMNS_ACT, CHECK_ACT, CONFIRM_ACT];
const LATER_ACTS = [WATCH_ACT, HOME_ACT, CAMPAIGNS_ACT, TEMPLATES_ACT, UPLOAD_ACT, TEAM_ACT];
const LANGUAGES: readonly (readonly [Language, Words])[] = [
  ['en', english],
  ['hi', hindi],
];

const from = performance.now();
const say = (text: string) => console.log(`${((performance.now() - from) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const folder = projectPath('docs', 'screens');
const scratch = await mkdtemp(join(tmpdir(), 'dialsheet-gallery-'));
const stack = await startStack({ openCaps: true, user: 'asha', exotel: { skipIdle: false, seed: 3 } });
const gate = await openGate(stack.workerUrl);
const actors = new Map<Language, Actor>();
let failed = 0;

try {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (/\.(?:png|jpg)$/.test(name)) await rm(join(folder, name));
  }
  const [extensionDir, props] = await Promise.all([buildLocalExtension(), makeProps(scratch)]);
  for (const [language, words] of LANGUAGES) {
    const browser = await openExtension(extensionDir, join(scratch, language));
    const page = await browser.open('options.html');
    await page.getByLabel(english.options.language, { exact: true }).selectOption(language);
    await page.getByRole('heading', { name: words.options.title, exact: true }).waitFor();
    actors.set(language, { page, browser, words, props, gate, token: stack.token });
  }

  const playAll = (acts: readonly Act[]) =>
    Promise.all(
      [...actors].map(([language, actor]) =>
        play(
          actor,
          acts,
          (page, { name, widths = WIDTHS }) => takePictures(page, folder, { scene: name, language, widths }),
          (scene, what) => {
            failed += 1;
            say(`${scene} in ${language} failed: ${what}`);
          },
        ),
      ),
    );
  say('The first run');
  await playAll([FIRST_ACT]);
  say('The steps of an import, while others are called');
  await makeTemplates(stack);
  await makeTeam(stack);
  const [now] = await Promise.all([setStage(stack).finally(() => say('The stage is set')), playAll(DRAFT_ACTS)]);
  // The stand-in has run ahead of this machine: the pictures show its day as today.
  for (const { browser } of actors.values()) await browser.context.clock.setSystemTime(now);
  say('Everything else');
  await playAll(LATER_ACTS);
  await writeContents(folder, [FIRST_ACT, ...DRAFT_ACTS, ...LATER_ACTS], [...actors.keys()]);
} finally {
  for (const { browser } of actors.values()) await browser.close();
  await gate.close();
  await stack.stop();
  await rm(scratch, { recursive: true, force: true });
}
say(failed === 0 ? 'Done' : `${failed} scenes failed`);
process.exitCode = failed === 0 ? 0 : 1;
