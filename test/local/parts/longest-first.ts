import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/**
 * Takes much longer than its length says. Where Vitest remembers no earlier run it begins with the longest texts, and
 * these would run at the end, each alone on its core. `npm test -- --slowest` tells what belongs here.
 */
export const LONG_RUNNING: readonly string[] = [
  'test/engine/fault-matrix.test.ts',
  'test/engine/listed-late.test.ts',
  'test/engine/any-moment.test.ts',
  'test/engine/any-moment-lists.test.ts',
  'test/crash/launch-crash.test.ts',
  'test/e2e/cut-at-each-step.test.ts',
  'test/e2e/widths.test.ts',
  'test/e2e/files-that-break-others.test.ts',
  'test/e2e/main-story.test.ts',
  'test/e2e/firefox-story.test.ts',
  'test/e2e/hindi.test.ts',
  'test/e2e/corrections-kept.test.ts',
];

/** The long ones in the order above, then as Vitest has it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG_RUNNING.findIndex((path) => moduleId.replaceAll('\\', '/').endsWith(`/${path}`));
      return at < 0 ? LONG_RUNNING.length : at;
    };
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => place(a) - place(b));
  }
}
