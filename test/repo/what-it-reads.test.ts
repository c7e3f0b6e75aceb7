import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DELIMITERS } from '../../shared/csv/detect-delimiter.ts';
import { judgeNumber } from '../../shared/phone/judge-number.ts';
import { checkFile, summaryOf } from '../shared/contacts/check-file.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const SECTION = README.split('\n## ').find((section) => section.startsWith('What it reads')) ?? '';
const NUMBERS = ['9000000001', '9000000023', '9876543210'];

type Line = readonly [what: string, sample: string, outcome: string];

/** Every sample of the table, with what the README says comes of it. */
const LINES: readonly Line[] = SECTION.split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .flatMap((line) => {
    const [what = '', samples = '', outcome = ''] = line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim());
    return Array.from(samples.matchAll(/`([^`]+)`/gu), ([, sample = '']): Line => [what, sample, outcome]);
  });

/** A list is lines between arrows; one of nothing but headings gets a row, where every cell could be called. */
function listOf(sample: string): string {
  const lines = sample.split('⏎').map((line) => line.trim());
  const headings = lines.at(-1) ?? '';
  const delimiter = DELIMITERS.find((one) => headings.includes(one)) ?? ',';
  const row = headings.split(delimiter).map((_, column) => NUMBERS[column] ?? '');
  return [...lines, ...(/\d{10}/u.test(sample) ? [] : [row.join(delimiter)])].join('\n');
}

function whatComesOf(sample: string, outcome: string): string {
  const isCell = outcome.startsWith('`') && !sample.includes('⏎');
  if (isCell) {
    const verdict = judgeNumber(sample, 'IN');
    return `\`${verdict.ok ? verdict.value : verdict.error.code}\``;
  }
  const file = checkFile(listOf(sample));
  const { rows, shape } = summaryOf(file);
  if (outcome.startsWith('`')) return file.accepted.map(([, number]) => `\`+${number}\``).join(', ');
  const column = `column ${shape.numberColumn + 1}`;
  return shape.numbers === 'all' && rows.accepted === 3 ? `${column}, and all of them` : column;
}

describe('what the README says is read', () => {
  it.each(LINES)('%s: %s', (_, sample, outcome) => {
    expect(whatComesOf(sample, outcome)).toBe(outcome);
  });

  it('is a table of many kinds', () => {
    expect(LINES.length).toBeGreaterThan(25);
  });
});
