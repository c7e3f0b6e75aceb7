import { describe, expect, it } from 'vitest';
import { Corrections } from '../../../../shared/contacts/corrections.ts';
import { noRows } from '../../../../shared/contacts/bins.ts';
import { isTotalLabel } from '../../../../shared/contacts/cells/total-row.ts';
import { checkFile, summaryOf } from '../check-file.ts';

const LABELS =
  'Total, TOTAL:, Grand Total, Grand-Total, GRAND TOTALS, Sub Total, Subtotal, Sub-total, Net total, Sum, Average, Avg., Count, Total (25), Total = 25, Total Customers, Total no. of calls, Total Count, Pune Total, North West Count, Total for Pune, Overall Average, Maximum, Opening Balance, Closing balance:, B/F, C/F, Balance b/f, Carried forward, Brought forward, कुल, कुल योग, योग:, औसत, एकूण, पुणे कुल'.split(
    ', ',
  );
const PEOPLE =
  'Total Kumar, Total Energies, TotalEnergies, Total Gas Agency, Total Solutions Pvt Ltd, Sumit, Sum Rai Trading, Countess Rao, Averagewala, Max, Min, Kulwant, कुलदीप, योगेश, Grand Hotel, Mean Singh Rathore, Amount Traders, Balance Fitness, Forward Logistics, Bright Future, Asha, Subtotal Singh';

describe('a label of a total', () => {
  it.each(LABELS)('is %j', (label) => {
    expect(isTotalLabel(label)).toBe(true);
  });

  it.each(PEOPLE.split(', '))('is not %j', (name) => {
    expect(isTotalLabel(name)).toBe(false);
  });
});

const PERSON = 'Asha,Pune,9876543210\n';
const SAID = ['Name', 'City', 'Mobile'].join(',');

function outcome(row: string, headings = SAID): string {
  const width = headings.split(',').length;
  const person = PERSON.trim().split(',').slice(-width).join(',');
  const { accepted, issues } = checkFile(`${headings}\n${person}\n${row}\nBina,Goa,9123456789\n`);
  return issues.find(({ line }) => line === 3)?.code ?? `called ${accepted.find(([line]) => line === 3)?.[1] ?? ''}`;
}

describe('a row that adds up those above', () => {
  it.each([
    'Grand Total,,9123456780',
    ',Total,9123456780',
    'Total,Total,9123456780',
    'Average,-,8123456780.0',
    '"Grand Total",,"9,123,456,780"',
    'Pune Total,,9123456780',
    'कुल योग,,9123456780',
    '3,Total,9123456780',
    'Total,"Rs 5,000",9123456780',
  ])('is told, and nobody is called: %s', (row) => {
    expect(outcome(row)).toBe('total_row');
  });

  it.each([
    ['the company of that name, with its city', 'Total,Mumbai,9123456780'],
    ['the company of that name, whose number is written as one', 'Total,,+919123456780'],
    ['likewise', 'Total,,91234 56780'],
    ['a name that begins so', 'Total Kumar,,9123456780'],
    ['a company', 'Total Energies,,9123456780'],
    ['somebody with a remark', 'Asha,Total,9123456780'],
  ])('is not %s: %s', (_, row) => {
    expect(outcome(row)).toBe('called 919123456780');
  });

  it('is found wherever its number stands, and counts once', () => {
    const file = checkFile('Mobile,Name,Due\n9876543210,Asha,100\n9123456780,Total,100\n');
    expect(file.accepted).toEqual([[2, 919876543210]]);
    expect(summaryOf(file)).toMatchObject({
      rows: { total: 2, accepted: 1, invalid: 1 },
      issues: { total_row: 1 },
    });
  });

  it('costs nobody in a list of people, however long', () => {
    const names = PEOPLE.split(', ');
    const list = Array.from(
      { length: 2_000 },
      (_, at) => `${names[at % names.length]} ${at},${9_000_000_001 + at * 7}`,
    );
    expect(checkFile(`Name,Mobile\n${list.join('\n')}\n`).issues).toEqual([]);
  });

  it('is called once a person writes its number as that of somebody', () => {
    const before = { country: 'IN', callDuplicates: false, rows: { ...noRows(), total: 1, invalid: 1 } };
    const corrections = new Corrections({ ...before, lineOf: () => 0 });
    corrections.set(3, '9123456781', 'total_row');
    expect(corrections.verdictOf(3)).toEqual({ is: 'refused', code: 'total_row' });
    corrections.set(3, '+91 9123456781', 'total_row');
    expect(corrections.verdictOf(3)).toEqual({ is: 'accepted', number: 919123456781 });
  });
});
