import { describe, expect, it } from 'vitest';
import { columnReasonSentence as inHindi } from '../../../extension/words/hi/faults/column-reasons.ts';
import { COLUMN_DOUBTS, COLUMN_REASONS, columnReasonSentence } from '../../../shared/columns/column-verdict.ts';
import type { ColumnVerdict } from '../../../shared/columns/column-verdict.ts';

const VERDICTS: ColumnVerdict[] = [
  ...COLUMN_REASONS.map((why) => ({ why, doubt: null, other: 1, candidates: [] })),
  ...COLUMN_DOUBTS.map((doubt) => ({ why: 'heading' as const, doubt, other: 1, candidates: [] })),
];

describe('columnReasonSentence', () => {
  it('says one thing for each reason and each doubt, and calls a guess one', () => {
    const lines = VERDICTS.map((verdict) => columnReasonSentence(verdict, ['Mobile', 'To']));
    expect(new Set(lines).size).toBe(VERDICTS.length);
    expect(lines.map((line) => line.startsWith('A guess:'))).toEqual(VERDICTS.map(({ doubt }) => doubt !== null));
    expect(lines.filter((line) => line.includes('"To"'))).toHaveLength(6);
  });

  it('says as much in Hindi', () => {
    const lines = VERDICTS.map((verdict) => inHindi(verdict, ['Mobile', 'To']));
    expect(new Set(lines).size).toBe(VERDICTS.length);
    expect(lines.filter((line) => line.startsWith('अंदाज़ा:'))).toHaveLength(COLUMN_DOUBTS.length);
  });
});
