import { describe, expect, it } from 'vitest';
import { slowestOfReport, tallyOfReport } from '../../local/parts/vitest-report.ts';

const GREEN = {
  success: true,
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
};

describe('tallyOfReport', () => {
  it('counts what passed', () => {
    expect(tallyOfReport(JSON.stringify(GREEN), true)).toEqual({ passed: 7, failed: 0, note: '7 passed' });
  });

  it('counts failed tests, and names skipped ones', () => {
    const report = { ...GREEN, success: false, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    expect(tallyOfReport(JSON.stringify(report), false)).toEqual({
      passed: 7,
      failed: 2,
      note: '7 passed, 2 failed, 2 skipped',
    });
  });

  it('counts a file that broke before its tests', () => {
    const report = { ...GREEN, success: false, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(tallyOfReport(JSON.stringify(report), false).failed).toBe(1);
  });

  it('counts a run that ended badly though every test passed', () => {
    expect(tallyOfReport(JSON.stringify(GREEN), false).failed).toBe(1);
    expect(tallyOfReport(JSON.stringify({ ...GREEN, success: false }), true).failed).toBe(1);
  });

  it('counts a run without a readable report', () => {
    expect(tallyOfReport(null, true)).toEqual({ passed: 0, failed: 1, note: 'no report' });
    expect(tallyOfReport('{"half":', true).failed).toBe(1);
    expect(tallyOfReport('{}', true).failed).toBe(1);
  });
});

describe('slowestOfReport', () => {
  it('has the ten files that took longest, the longest first, by their paths in the project', () => {
    const file = (n: number) => ({
      name: `/project/test/file-${n}.test.ts`,
      status: 'passed',
      startTime: 1_000,
      endTime: 1_000 + n * 500,
      assertionResults: [{}],
    });
    const report = { ...GREEN, testResults: [3, 12, 1, 11, 2, 4, 5, 6, 7, 8, 9, 10].map(file) };
    const lines = slowestOfReport(JSON.stringify(report), '/project');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('     6.0 s  test/file-12.test.ts');
    expect(lines.at(-1)).toBe('     1.5 s  test/file-3.test.ts');
  });

  it('has none without a readable report', () => {
    expect(slowestOfReport(null, '/project')).toEqual([]);
  });
});
