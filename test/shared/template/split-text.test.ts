import { describe, expect, it } from 'vitest';
import { countCalls } from '../../fixtures/count-calls.ts';
import { hasNamedVariables, splitText, variableNames } from '../../../shared/template/split-text.ts';

/** The text with its variables in brackets. */
function cut(text: string, headings: readonly string[] = []): string {
  return splitText(text, headings)
    .map((part) => (part.kind === 'text' ? part.text : `[${part.name}]`))
    .join('');
}

describe('splitText', () => {
  it.each([
    ['Hello', 'Hello'],
    ['', ''],
    ['Hi @@Name.', 'Hi [Name].'],
    ['@@First_Name2', '[First_Name2]'],
    ['@@Name@@City', '[Name][City]'],
    ['a@b.in', 'a@b.in'],
    ['@@ there', '@@ there'],
    ['at the end @@', 'at the end @@'],
    ['@@@Name', '@@@Name'],
    ["@@Name's", "[Name]'s"],
    ['@@नाम जी', '[नाम] जी'],
    ['@@नाम।', '[नाम]।'],
    ['@@नाम₹500', '[नाम]₹500'],
    ['@@Nameजी', '[Name]जी'],
    ['@@नामName', '[नाम]Name'],
    ['@@Renée,', '[Renée],'],
    ['@@പേര്\u200d ok', '[പേര്\u200d] ok'],
    ['Hi @@Last name', 'Hi [Last] name'],
  ])('cuts %j, without headings, as %j', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it.each([
    ['Hi @@Name @@Last name , your', ['Name', 'Last name'], 'Hi [Name] [Last name] , your'],
    ['@@Order ID @@Order', ['Order', 'Order ID'], '[Order ID] [Order]'],
    ['@@Order IDs', ['Order', 'Order ID'], '[Order] IDs'],
    ['@@order id', ['Order ID'], '[order id]'],
    ['@@Names', ['Name'], '[Names]'],
    ['@@Name2', ['Name'], '[Name2]'],
    ['@@नामों', ['नाम'], '[नामों]'],
    ['@@नाम₹500', ['नाम'], '[नाम]₹500'],
    ['@@पूरा नाम जी', ['पूरा नाम'], '[पूरा नाम] जी'],
    ['@@Amount (Rs).', ['Amount (Rs)', 'Amount'], '[Amount (Rs)].'],
    ['@@Order ID', ['Order\n ID '], '[Order ID]'],
    ['@@ Name', [' Name'], '@@ Name'],
    ['@@renewal  date soon', ['Renewal', 'Renewal Date'], '[renewal  date] soon'],
    ['@@Renewal\n Date, @@Due  Amount', ['Renewal', 'Renewal Date', 'Due  Amount'], '[Renewal\n Date], [Due  Amount]'],
    ['@@Due Amount', ['Due', 'Due  Amount'], '[Due Amount]'],
    ['@@Name', [''], '[Name]'],
    ['@@𑄌𑄋𑄴', ['𑄌'], '[𑄌𑄋𑄴]'],
  ])('cuts %j, beside headings %j, as %j', (text, headings, expected) => {
    expect(cut(text, headings)).toBe(expected);
  });

  it('goes once through 16,000 headings, however many variables a text has', async () => {
    const headings = Array.from({ length: 16_000 }, (_, at) => `Heading ${at}`);
    const text = '@@Heading 159999 ';
    const few = await countCalls('shared', () => splitText(text, headings));
    const many = await countCalls('shared', () => {
      expect(splitText(text.repeat(120), headings).slice(0, 2)).toEqual([
        { kind: 'variable', name: 'Heading' },
        { kind: 'text', text: ' 159999 ' },
      ]);
    });
    expect(few).toBeGreaterThan(16_000);
    expect(many - few).toBeLessThan(16_000);
  });
});

describe('variableNames', () => {
  it('names each variable once, as it is first written', () => {
    expect(variableNames('@@City @@Name, @@city and @@NAME')).toEqual(['City', 'Name']);
    expect(variableNames('@@Last name', ['Last name'])).toEqual(['Last name']);
    expect(variableNames('nobody@example.com')).toEqual([]);
  });

  it('tells two apart by letter case where columns are headed in both', () => {
    expect(variableNames('@@City @@city @@CITY', ['City', 'city'])).toEqual(['City', 'city', 'CITY']);
    expect(variableNames('@@City @@city', ['City', 'City', 'Town'])).toEqual(['City']);
  });
});

describe('hasNamedVariables', () => {
  it.each([['Hi'], ['a@b'], ['@@Name'], ['@@नाम'], [`@@${'x'.repeat(64)}`]])('takes %j', (text) => {
    expect(hasNamedVariables(text)).toBe(true);
  });

  it.each([['@@'], ['@@ Name'], ['@@@Name'], ['@@Name@@'], ['@@#1'], [`@@${'x'.repeat(65)}`]])('refuses %j', (text) => {
    expect(hasNamedVariables(text)).toBe(false);
  });
});
