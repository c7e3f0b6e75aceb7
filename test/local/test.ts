// `npm test`: everything a change must pass. The last line sums it up. `npm test -- unit browser` runs those groups only,
// `npm test -- test/shared/phone` the test files whose path holds that; `--slowest` beside any of them adds the ten files
// of each group that took longest. What browser tests that failed had before them is told once more at the end.
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD_PARTS, SIZE_PART, STATIC_PARTS } from './parts/check-parts.ts';
import { failureLines, STORIES_VARIABLE, storiesIn } from './parts/failure-story.ts';
import type { Part, PartOutcome } from './parts/run-part.ts';
import { addTallies, runInTurn, type Tally } from './parts/run-parts.ts';
import { makeScratchFolder } from './parts/scratch-folder.ts';
import { slowestOfReport, tallyOfReport } from './parts/vitest-report.ts';
import { projectPath } from './project-root.ts';
import { BUILDS_VARIABLE } from './stack/builds-variable.ts';
import { whenWeEnd } from './stack/end-with-us.ts';

const SLOWEST_FLAG = '--slowest';
const scratch = await makeScratchFolder();
const stories = join(scratch, 'stories');
const removeScratch = () => rmSync(scratch, { recursive: true, force: true });
const forgetScratch = whenWeEnd(removeScratch);

function reportOf(part: Part): string {
  return join(scratch, `${part.name.replaceAll(' ', '-')}.json`);
}

function tests(name: string, asked: readonly string[]): Part {
  const part: Part = { name, command: ['vitest', 'run'] };
  return {
    name,
    env: { TMPDIR: scratch, [STORIES_VARIABLE]: stories, [BUILDS_VARIABLE]: join(scratch, 'builds') },
    command: [
      ...part.command,
      ...asked,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportOf(part)}`,
    ],
  };
}

function ofProjects(...projects: readonly string[]): string[] {
  return projects.map((project) => `--project=${project}`);
}

async function tallyOfTests(outcome: PartOutcome, part: Part): Promise<Tally> {
  const text = await readFile(reportOf(part), 'utf8').catch(() => null);
  if (isSlowestAsked) for (const line of slowestOfReport(text, projectPath())) console.log(line);
  return tallyOfReport(text, outcome.ok);
}

/** What the stores' linter says is asked by `npm run check` and before packages are made: of code it says what ours does. */
const build = () => runInTurn([...BUILD_PARTS, SIZE_PART]);
const unit = () =>
  runInTurn([tests('unit tests', ofProjects('shared', 'exotel', 'contract', 'engine', 'extension'))], tallyOfTests);
const worker = () => runInTurn([tests('Worker tests', ofProjects('worker'))], tallyOfTests);
/** These read what the builds wrote. */
const repo = () => runInTurn([tests('repository tests', ofProjects('repo'))], tallyOfTests);
const browser = () => runInTurn([tests('browser tests', ofProjects('e2e'))], tallyOfTests);
const crash = () => runInTurn([tests('crash tests', ofProjects('crash'))], tallyOfTests);

const GROUPS: Readonly<Record<string, () => Promise<Tally>>> = {
  static: () => runInTurn(STATIC_PARTS),
  build,
  unit,
  worker,
  repo,
  browser,
  crash,
};

async function everything(): Promise<Tally> {
  const [text, built] = await Promise.all([runInTurn(STATIC_PARTS), build()]);
  // The kills and the browsers wait now and then, and the Worker's tests keep one core: side by side they keep both.
  const [outside, inside] = await Promise.all([allInTurn([crash, browser]), allInTurn([unit, worker, repo])]);
  return addTallies([text, built, outside, inside]);
}

async function allInTurn(groups: readonly (() => Promise<Tally>)[]): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const group of groups) tallies.push(await group());
  return addTallies(tallies);
}

/** Names of groups run those; anything else is a part of a test file's path. */
async function only(names: readonly string[]): Promise<Tally> {
  const paths = names.filter((name) => !Object.hasOwn(GROUPS, name));
  if (paths.length > 0 && paths.length < names.length) {
    throw new Error(`No group "${paths[0]}". There are: ${Object.keys(GROUPS).join(', ')}`);
  }
  if (paths.length > 0) return runInTurn([tests('tests', paths)], tallyOfTests);
  return allInTurn(names.flatMap((name) => (Object.hasOwn(GROUPS, name) ? (GROUPS[name] ?? []) : [])));
}

const isSlowestAsked = process.argv.includes(SLOWEST_FLAG);
const asked = process.argv.slice(2).filter((word) => word !== SLOWEST_FLAG);
const { passed, failed } = asked.length === 0 ? await everything() : await only(asked);
for (const line of failureLines(await storiesIn(stories))) console.log(line);
removeScratch();
forgetScratch();
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
