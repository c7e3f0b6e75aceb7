import { plainShape } from '../../fixtures/plain-shape.ts';
import { describe, expect, it } from 'vitest';
import { mapColumns, toColumnChoice, unmapped } from '../../../extension/state/draft/map-columns.ts';
import type { ColumnMap } from '../../../extension/state/draft/map-columns.ts';

const COLUMNS = {
  ...plainShape(),
  encoding: 'utf-8',
  delimiter: ',',
  header: true,
  headings: ['Customer name', 'Mobile', 'DUE-DATE', 'name'],
  numberColumn: 1,
  headingRow: 1,
  samples: [],
} as const;

function map(change: Partial<Parameters<typeof mapColumns>[0]> = {}): ColumnMap {
  return mapColumns({
    columns: { ...COLUMNS, headings: [...COLUMNS.headings], samples: [] },
    chosen: {},
    remembered: null,
    text: 'Hello @@Name, due on @@Due_date.',
    ...change,
  });
}

const PLAIN = { fallback: null, leaveOut: false, spoken: null } as const;

const sources = ({ number, variables }: ColumnMap) =>
  [number, ...variables].map(({ column, source }) => [column, source]);

describe('mapColumns', () => {
  it('finds what is headed like a variable, whatever its case, spaces and signs', () => {
    expect(map()).toEqual({
      header: true,
      number: { column: 1, source: 'found' },
      callingCode: null,
      more: [],
      numbers: 'first',
      status: null,
      doNotCall: null,
      variables: [
        { name: 'Name', column: 3, source: 'found', ...PLAIN },
        { name: 'Due_date', column: 2, source: 'found', ...PLAIN },
      ],
    });
  });

  it('keeps what was chosen about the values, and hands it on as the check takes it', () => {
    const chosen = { fallbacks: { Name: 'customer' }, required: [3], spoken: { Due_date: 'date' as const } };
    const chosenMap = map({ chosen });
    expect(chosenMap.variables).toMatchObject([
      { name: 'Name', fallback: 'customer', leaveOut: false, spoken: null },
      { name: 'Due_date', fallback: null, leaveOut: true, spoken: 'date' },
    ]);
    expect(toColumnChoice(chosenMap)).toMatchObject({ variables: { Name: 4, Due_date: 3 }, ...chosen });
  });

  it('prefers the heading that is written alike to one that only reads alike', () => {
    const columns = { ...COLUMNS, headings: ['NAME', 'Mobile', 'Name'], samples: [] };

    expect(map({ columns, text: '@@Name' }).variables[0]?.column).toBe(2);
  });

  it('takes none of several columns that read alike, so that a person is asked', () => {
    const mapped = (headings: string[], text: string) =>
      map({ columns: { ...COLUMNS, headings, samples: [] }, text }).variables.map(({ name, column }) => [name, column]);
    expect(mapped(['AMOUNT', 'Mobile', 'Amount'], '@@amount')).toEqual([['amount', null]]);
    expect(mapped(['Amount', 'Mobile', 'Amount'], '@@Amount')).toEqual([['Amount', null]]);
    expect(mapped(['Amount', 'Mobile', 'amount'], '@@Amount @@amount')).toEqual([
      ['Amount', 0],
      ['amount', 2],
    ]);
  });

  it('believes a person first, then what was so last time', () => {
    const remembered = { number: 3, variables: { Name: 1, Due_date: 4 } };

    expect(sources(map({ remembered, chosen: { variables: { Due_date: 2 } } }))).toEqual([
      [2, 'last_time'],
      [0, 'last_time'],
      [1, 'chosen'],
    ]);
  });

  it('takes the country and further numbers as they were found, unless a person says otherwise', () => {
    const found = {
      ...COLUMNS,
      headings: [...COLUMNS.headings],
      callingCodeColumn: 0,
      moreColumns: [2, 3],
      samples: [],
    };
    const inUse = (chosen: Parameters<typeof mapColumns>[0]['chosen']) => {
      const { callingCode, more, numbers } = map({ columns: found, chosen });
      return [callingCode, more, numbers];
    };
    expect(inUse({})).toEqual([0, [2, 3], 'first']);
    expect(inUse({ callingCode: null, more: [4], numbers: 'all' })).toEqual([null, [3], 'all']);
    // No column has two roles.
    expect(inUse({ number: 3, callingCode: 4 })).toEqual([3, [], 'first']);
  });

  it('forgets a position the file does not have', () => {
    const remembered = { number: 9, variables: { Name: 0, Due_date: 2.5 } };

    expect(sources(map({ remembered: { ...remembered, variables: { Name: 0, Due_date: 5 } } }))).toEqual([
      [1, 'found'],
      [3, 'found'],
      [2, 'found'],
    ]);
  });

  it('leaves open what nothing points to', () => {
    const open = map({ text: '@@Amount and @@constructor' });

    expect([unmapped(open), toColumnChoice(open)]).toEqual([['Amount', 'constructor'], null]);
  });
});

describe('toColumnChoice', () => {
  it('says every column outright, counted from 1', () => {
    expect(toColumnChoice(map())).toEqual({
      number: 2,
      header: true,
      callingCode: null,
      more: [],
      numbers: 'first',
      status: null,
      variables: { Name: 4, Due_date: 3 },
    });
  });

  it('says which columns leave people out only if a person chose them', () => {
    const columns = {
      ...COLUMNS,
      headings: [...COLUMNS.headings],
      samples: [],
      doNotCall: { columns: [0], unsure: null },
    };
    expect(toColumnChoice(map({ columns }))).not.toHaveProperty('doNotCall');
    expect(toColumnChoice(map({ columns, chosen: { doNotCall: [] } }))).toMatchObject({ doNotCall: [] });
    expect(toColumnChoice(map({ columns, chosen: { doNotCall: [1, 3] } }))).toMatchObject({ doNotCall: [1, 3] });
  });

  it('is nothing without a column of numbers', () => {
    const columns = { ...COLUMNS, headings: [...COLUMNS.headings], numberColumn: null, samples: [] };

    expect(toColumnChoice(map({ columns }))).toBeNull();
  });
});
