import { describe, expect, it } from 'vitest';
import { firstStep } from '../../../extension/state/draft/first-step.ts';
import { mapColumns } from '../../../extension/state/draft/map-columns.ts';
import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import { plainShape } from '../../fixtures/plain-shape.ts';
import { checkFile, summaryOf } from '../../shared/contacts/check-file.ts';

const COLUMNS = { ...plainShape(), headings: ['Name', 'Mobile'], numberColumn: 1, headingRow: 1 };
const LAST_TIME = { number: 2, variables: { Name: 1 } };

interface Change {
  remembered?: typeof LAST_TIME | { number: number; variables: Record<string, number> } | null;
  columns?: object;
  lines?: readonly string[];
  chosen?: ColumnChoice;
}

function known({ remembered = LAST_TIME, columns: other, lines = ['Asha,9876543210'], chosen = {} }: Change = {}) {
  const columns = { ...COLUMNS, ...other };
  const text = 'Hi @@Name';
  const checked = {
    summary: summaryOf(checkFile(['Name,Mobile', ...lines].join('\n'), { text, columns: chosen })),
    parts: null,
  };
  return {
    columns: { state: 'read', columns } as const,
    map: mapColumns({ columns, chosen, remembered, text }),
    check: { state: 'checked', checked } as const,
    isScreening: false,
    chosen,
    kept: chosen,
    last: null,
  };
}

const TWENTY = Array<string>(20).fill('A,9876543210');

describe('a file that was just taken in', () => {
  it('goes on to Start where its headings were settled before and its rows need nobody', () => {
    expect(firstStep(known())).toBe('confirm');
    expect(firstStep(known({ lines: [...TWENTY, 'Bina,12', 'Chitra,'] }))).toBe('confirm');
  });

  it('is sorted only when what it depends on is read', () => {
    expect(firstStep({ ...known(), columns: { state: 'reading' } })).toBeNull();
    expect(firstStep({ ...known(), map: null })).toBeNull();
    expect(firstStep({ ...known(), check: { state: 'waiting' } })).toBeNull();
    expect(firstStep({ ...known(), check: { state: 'reading', bytes: 5 } })).toBeNull();
    expect(firstStep({ ...known(), isScreening: true })).toBeNull();
  });

  it('is not sorted by other choices than those that are kept: what is read follows them a moment later', () => {
    const said = { fallbacks: { Name: 'customer' } };
    const before = known({ lines: [',9876543210'] });
    expect(firstStep({ ...before, last: said })).toBeNull();
    expect(firstStep({ ...before, kept: said, last: said })).toBeNull();
    expect(firstStep({ ...before, chosen: null })).toBeNull();
    expect(firstStep({ ...known({ lines: [',9876543210'], chosen: said }), last: said })).toBe('confirm');
  });

  it.each([
    ['headings nobody has seen', known({ remembered: null })],
    ['a variable that was not settled', known({ remembered: { number: 2, variables: {} } })],
    ['letters that read wrong', known({ columns: { letterDoubt: 'mac_roman' } })],
    ['a variable without a column', known({ remembered: null, columns: { headings: ['Who', 'Mobile'] } })],
    ['no number column', known({ remembered: null, columns: { numberColumn: null } })],
    ['a file that cannot be read', { ...known(), columns: { state: 'unreadable' } as const }],
  ])('stops at its columns for %s', (_, file) => {
    expect(firstStep(file)).toBe('columns');
  });

  it.each([
    ['more than a tenth of rows that are not valid', known({ lines: ['Asha,9876543210', 'Bina,12'] })],
    ['nobody to call', known({ lines: ['Asha,'] })],
    ['values that are missing', known({ lines: [',9876543210'] })],
    ['a value too long to be said whole', known({ lines: [`${'A'.repeat(201)},9876543210`] })],
    ['another table below', known({ lines: [...TWENTY, 'City,Phone', 'x,9123456789'] })],
    ['a check that found the file at fault', { ...known(), check: { state: 'unreadable' } as const }],
  ])('stops at its rows for %s', (_, file) => {
    expect(firstStep(file)).toBe('check');
  });

  it('goes past missing values for which something was said', () => {
    expect(firstStep(known({ lines: [',9876543210'], chosen: { fallbacks: { Name: 'customer' } } }))).toBe('confirm');
    expect(firstStep(known({ lines: [...TWENTY, ',9876543211'], chosen: { required: [1] } }))).toBe('confirm');
  });
});
