import { describe, expect, it } from 'vitest';
import { bindText, exotelText, fillText } from '../../../shared/template/text-variables.ts';
import type { BoundText } from '../../../shared/template/text-variables.ts';

const HEADINGS = ['Name', 'Mobile', 'Last name', 'Order ID', 'राशि'];

function bound(text: string, headings: readonly string[] = HEADINGS, choices = {}): BoundText {
  const result = bindText(text, headings, { variables: choices });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** `name>column header`, one for each variable. */
function variablesOf(...given: Parameters<typeof bound>): string[] {
  return bound(...given).variables.map(({ name, column, header }) => `${name}>${column} ${header}`);
}

describe('bindText', () => {
  it('finds each variable by its heading, once, in any case', () => {
    expect(variablesOf('Hi @@Last name, order @@order id of @@LAST NAME: @@राशि')).toEqual([
      'Last name>2 Last_name',
      'order id>3 order_id',
      'राशि>4 value3',
    ]);
  });

  it('finds nothing in a text without variables', () => {
    expect(bound('Happy Diwali')).toEqual({ parts: [{ kind: 'text', text: 'Happy Diwali' }], variables: [] });
    expect(bound('')).toEqual({ parts: [], variables: [] });
  });

  it('takes the column that was chosen, by heading or by position', () => {
    expect(variablesOf('@@Bill no', HEADINGS, { 'Bill no': 'order id' })).toEqual(['Bill no>3 Bill_no']);
    expect(variablesOf('@@Name', HEADINGS, { name: 3 })).toEqual(['Name>2 Name']);
    expect(variablesOf('@@Name @@Surname', HEADINGS, { surname: 1 })).toEqual(['Name>0 Name', 'Surname>0 Surname']);
  });

  it('prefers the heading written in the same case', () => {
    const headings = ['NAME', 'Name', 'name'];
    expect(variablesOf('@@Name', headings)).toEqual(['Name>1 Name']);
    expect(variablesOf('@@name @@Name', headings)).toEqual(['name>2 v1_name', 'Name>1 v2_Name']);
    expect(variablesOf('@@nAME', headings, { nAME: 'Name' })).toEqual(['nAME>1 nAME']);
    expect(variablesOf('@@nAME', headings, { naMe: 3 })).toEqual(['nAME>2 nAME']);
  });

  it.each([
    ['in other letter case', '@@amount', ['AMOUNT', 'Mobile', 'Amount'], {}, 'amount', [1, 3]],
    ['to the letter', '@@Amount', ['Amount', 'Mobile', 'Amount'], {}, 'Amount', [1, 3]],
    ['in other spacing', '@@last name', ['Last  Name', 'LAST NAME'], {}, 'last name', [1, 2]],
    ['as the heading chosen for it', '@@Due', ['AMOUNT', 'Amount'], { Due: 'amount' }, 'Due', [1, 2]],
    [
      'where the choice for it is said twice',
      '@@aMOUNT',
      ['AMOUNT', 'Amount'],
      { AMount: 1, amOUNT: 2 },
      'aMOUNT',
      [1, 2],
    ],
  ])('takes none of several columns that fit %s', (_how, text, headings, variables, variable, places) => {
    const columns = places.map((column) => ({
      column,
      name: `Column ${'ABC'[column - 1]}`,
      heading: headings[column - 1],
    }));
    const error = { code: 'variable_ambiguous', variable, columns };
    expect(bindText(text, headings, { variables })).toEqual({ ok: false, error });
  });

  it('keeps apart what is chosen for two variables that differ in letter case', () => {
    const headings = ['Amount', 'amount'];
    const result = bindText('@@Amount @@amount', headings, {
      variables: { Amount: 2, amount: 1 },
      fallbacks: { Amount: 'much', amount: 'little' },
    });
    expect(result).toMatchObject({
      value: {
        variables: [
          { column: 1, fallback: 'much' },
          { column: 0, fallback: 'little' },
        ],
      },
    });
  });

  it('has the names of unheaded columns', () => {
    expect(variablesOf('@@Column B @@Column AA', ['Column A', 'Column B', 'Column AA'])).toEqual([
      'Column B>1 Column_B',
      'Column AA>2 Column_AA',
    ]);
  });

  it.each([
    ['a heading that is not there', '@@Address', {}, 'Address'],
    ['a chosen heading that is not there', '@@Name', { Name: 'Address' }, 'Name'],
    ['a chosen position before the first', '@@Name', { Name: 0 }, 'Name'],
    ['one after the last', '@@Name', { Name: 6 }, 'Name'],
    ['one between two', '@@Name', { Name: 1.5 }, 'Name'],
    ['a heading that goes on', '@@Names', {}, 'Names'],
  ])('refuses %s', (_what, text, choices, variable) => {
    const error = { code: 'variable_not_found', variable, headings: HEADINGS };
    expect(bindText(text, HEADINGS, { variables: choices })).toEqual({ ok: false, error });
  });

  it('refuses six variables, as the headings tell them apart', () => {
    const headings = ['A 1', 'A 2', 'A 3', 'A 4', 'A 5', 'A 6'];
    const text = headings.map((heading) => `@@${heading}`);
    expect(variablesOf(text.slice(0, 5).join(', '), headings)).toHaveLength(5);
    const error = { code: 'too_many_variables', count: 6, limit: 5 };
    expect(bindText(text.join(', '), headings)).toEqual({ ok: false, error });
  });
});

describe('exotelText', () => {
  it('names the variables as the list is headed', () => {
    expect(exotelText(bound('Hi @@name @@Last name , @@राशि@@Name.'))).toBe('Hi @@name @@Last_name , @@value3@@name.');
  });
});

describe('fillText', () => {
  it('puts the values of a row in, each as it is said, and marks the missing', () => {
    const text = bound('Hi @@Name, @@Order ID@@राशि and @@NAME');
    expect(fillText(text, ['  Asha\nRao ', '98', 'x', '   '])).toEqual([
      { kind: 'text', text: 'Hi ' },
      { kind: 'variable', name: 'Name', value: 'Asha Rao' },
      { kind: 'text', text: ', ' },
      { kind: 'variable', name: 'Order ID', value: '' },
      { kind: 'variable', name: 'राशि', value: '' },
      { kind: 'text', text: ' and ' },
      { kind: 'variable', name: 'Name', value: 'Asha Rao' },
    ]);
  });
});
