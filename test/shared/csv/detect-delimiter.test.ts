import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../../shared/csv/detect-delimiter.ts';

const LIMITS = { columns: 100, cellBytes: 1000, rowBytes: 10_000 };

function detect(text: string, complete = true): string {
  return detectDelimiter(new TextEncoder().encode(text), complete, LIMITS);
}

describe('detectDelimiter', () => {
  it.each([
    ['commas', 'Name,Mobile\nAsha,9876543210\n', ','],
    ['semicolons', 'Name;Mobile\nAsha;9876543210\n', ';'],
    ['tabs', 'Name\tMobile\nAsha\t9876543210\n', '\t'],
    ['pipes', 'Name|Mobile\nAsha|9876543210\n', '|'],
    ['semicolons among decimal commas', 'Name;Amount;Mobile\nAsha;1.200,50;98765\nBina;7,25;98766\n', ';'],
    ['semicolons where commas stand in every row', 'Asha;1,5;98765\nBina;7,2;98766\n', ';'],
    ['commas in quotes', '"Sharma; Asha","a;b",1\n"Verma; Bina","c;d",2\n', ','],
    ['tabs among commas in some cells', 'Name\tCity\nAsha\tPune, MH\nBina\tKochi\n', '\t'],
    ['commas in ragged rows', 'a,b,c\nd,e,f\ng,h\ni,j,k\n', ','],
    ['commas below blank lines', '\n\na,b\nc,d\n', ','],
    ['one column', 'Mobile\n9876543210\n9876543211\n', ','],
    ['nothing', '', ','],
    ['a single record', 'a;b;c', ';'],
  ])('finds %s', (_, text, delimiter) => {
    expect(detect(text)).toBe(delimiter);
  });

  it('does not count a record that the beginning cuts off', () => {
    expect(detect('a,b,c\nd,e;f;g;h;i,', false)).toBe(',');
  });

  it('looks at a first record that is longer than the beginning', () => {
    expect(detect('a;b;c;d', false)).toBe(';');
  });
});
