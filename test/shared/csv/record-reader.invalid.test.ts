import { describe, expect, it } from 'vitest';
import { readAll } from './read-all.ts';

describe('the record reader names the record it cannot cut', () => {
  it('when a quote is not closed at the end of the file', () => {
    expect(readAll('a\nb,"c\nd\n')).toEqual({ records: [['a']], fault: { code: 'unclosed_quote', line: 2 } });
  });

  it('when a quote is not closed within the limit of a cell', () => {
    const { fault } = readAll(`a\n"${'x\n'.repeat(30)}`, { limits: { cellBytes: 50 } });
    expect(fault).toEqual({ code: 'unclosed_quote', line: 2 });
  });

  it('when a quote closes amid the text of a later record, having swallowed the ones between', () => {
    const { records, fault } = readAll('id,size\n1,"5 inch\n2,4 inch\n3,"6 inch"\n4,"7"\n');
    expect([records, fault]).toEqual([[['id', 'size']], { code: 'unclosed_quote', line: 2 }]);
  });

  it('but not when text follows a closing quote on the same line', () => {
    expect(readAll('"5" inch,a\n').records).toEqual([['5 inch', 'a']]);
  });

  it.each([
    [50, undefined],
    [49, { code: 'cell_too_long', line: 2, limitBytes: 49 }],
  ])('when a cell of 50 bytes meets a limit of %i', (cellBytes, fault) => {
    expect(readAll(`a\n${'x'.repeat(50)},b\n`, { limits: { cellBytes } }).fault).toEqual(fault);
  });

  it.each([
    [4, undefined],
    [3, { code: 'too_many_columns', line: 1, limit: 3 }],
  ])('when a record of 4 cells meets a limit of %i', (columns, fault) => {
    expect(readAll('a,b,c,d\n', { limits: { columns } }).fault).toEqual(fault);
  });

  it.each([
    [14, undefined],
    [13, { code: 'row_too_long', line: 2, limitBytes: 13 }],
  ])('when a record of 14 bytes meets a limit of %i', (rowBytes, fault) => {
    expect(readAll('a\nxxx,yyy,zzzzzz\n', { limits: { rowBytes } }).fault).toEqual(fault);
  });

  it('by the long cell rather than the long row, where one cell is the cause', () => {
    const limits = { cellBytes: 5, rowBytes: 10 };
    expect(readAll('aa,bb,cc,dd,ee,ff', { limits }).fault).toEqual({ code: 'row_too_long', line: 1, limitBytes: 10 });
    expect(readAll('aa,bbbbbbbbbbbbbb', { limits }).fault).toEqual({ code: 'cell_too_long', line: 1, limitBytes: 5 });
  });

  it('after the records before it were handed over', () => {
    expect(readAll('a\nb\n"c').records).toEqual([['a'], ['b']]);
  });
});
