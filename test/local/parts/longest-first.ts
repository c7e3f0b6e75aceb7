import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/**
 * Takes much longer than its length says. Where Vitest remembers no earlier run it begins with the longest texts, and
 * these would run at the end, each alone on its core. `npm test -- --slowest` tells what belongs here.
 */
export const LONG_RUNNING: readonly string[] = [
  'test/engine/fault-matrix.test.ts',
  'test/engine/lost/listed-late.test.ts',
  'test/engine/any-moment.test.ts',
  'test/engine/any-moment-lists.test.ts',
  'test/crash/launch-crash.test.ts',
  'test/e2e/widths.test.ts',
  'test/e2e/cut-at-each-step.test.ts',
  'test/e2e/issue-table.test.ts',
  'test/e2e/main-story.test.ts',
  'test/e2e/firefox-story.test.ts',
  'test/e2e/nothing-lost.test.ts',
  'test/e2e/campaigns.test.ts',
  'test/e2e/team-day.test.ts',
  'test/e2e/watch-tools.test.ts',
];

/**
 * Looks into every object there is. All files of the Worker's tests share one runtime, where each leaves objects behind:
 * at the end of it one such look took fifteen seconds, at the beginning it takes one.
 */
export const LOOKING_EVERYWHERE: readonly string[] = [
  'test/worker/lives/erasing.test.ts',
  'test/worker/people/forgotten-calls.test.ts',
  'test/worker/people/erase-everywhere.test.ts',
  'test/worker/lives/campaign-erasing.test.ts',
];

const FIRST = [...LOOKING_EVERYWHERE, ...LONG_RUNNING];

/** Those above in their order, then as Vitest has it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = FIRST.findIndex((path) => moduleId.replaceAll('\\', '/').endsWith(`/${path}`));
      return at < 0 ? FIRST.length : at;
    };
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => place(a) - place(b));
  }
}
