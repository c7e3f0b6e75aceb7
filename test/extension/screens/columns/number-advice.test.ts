import { describe, expect, it } from 'vitest';
import { sniffColumns } from '../../../../extension/checking/sniff-columns.ts';
import { numberAdvice } from '../../../../extension/screens/columns/number-advice.ts';

async function adviceOn(lines: readonly string[]) {
  const read = await sniffColumns(new Blob([lines.join('\n')]), { country: 'IN', columns: {} });
  if (!read.ok) throw new Error(read.error.code);
  const { saysWhy, other } = numberAdvice(read.value, read.value.numberColumn ?? -1);
  return [read.value.verdict.why, saysWhy, other?.column ?? null];
}

describe('what is said below the column of numbers', () => {
  it('is why it was taken', async () => {
    expect(await adviceOn(['Name,Mobile', 'Asha,9811044501', 'Ravi,9811044502'])).toEqual(['heading', true, null]);
    expect(await adviceOn(['9811044501', '9822044517'])).toEqual(['only_numbers', true, null]);
  });

  it('is no “only” above another column of numbers, and offers none that is called anyway', async () => {
    expect(await adviceOn(['9811044501,9811044502'])).toEqual(['only_numbers', false, null]);
  });

  it('is another that could be taken in its place', async () => {
    expect(await adviceOn(['Mobile,Office', '9811044501,9811044502', '9822044517,9822044523'])).toEqual([
      'heading',
      true,
      1,
    ]);
  });
});
