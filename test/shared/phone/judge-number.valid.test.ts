import { describe, expect, it } from 'vitest';
import { judgeNumber, toE164 } from '../../../shared/phone/judge-number.ts';

const EXPECTED = { ok: true, value: '+919876543210' };

describe('judgeNumber accepts an Indian number', () => {
  it.each([
    ['ten digits', '9876543210'],
    ['a trunk zero', '09876543210'],
    ['the country code', '919876543210'],
    ['a plus', '+919876543210'],
    ['the prefix for abroad', '00919876543210'],
    ['the country code and a trunk zero', '+91 09876543210'],
    ['a bracketed trunk zero', '+91 (0) 98765 43210'],
    ['a bracketed country code', '(+91) 98765-43210'],
    ['spaces', '98765 43210'],
    ['dashes', '+91-98765-43210'],
    ['dots', '98765.43210'],
    ['slashes', '98765/43210'],
    ['space around it', '  9876543210\t'],
    ['an extension', '98765 43210 ext. 12'],
  ])('written with %s', (_, text) => {
    expect(judgeNumber(text, 'IN')).toEqual(EXPECTED);
  });

  it.each([
    ['non-breaking spaces', '98765\u00a043210\u202f'],
    ['zero-width characters', '\u200b98765\u200d43210\ufeff'],
    ['direction marks, as copied from a contact list', '\u202a+91 98765 43210\u202c'],
    ['a non-breaking hyphen', '98765\u201143210'],
    ['an en dash', '98765\u201343210'],
    ['a minus sign', '98765\u221243210'],
    ['a small em dash', '98765\ufe5843210'],
    ['full-width digits', '９８７６５４３２１０'],
    ['Devanagari digits', '९८७६५ ४३२१०'],
    ['Gujarati digits', '૯૮૭૬૫૪૩૨૧૦'],
    ['Tamil digits', '௯௮௭௬௫௪௩௨௧௦'],
    ['Arabic digits', '٩٨٧٦٥٤٣٢١٠'],
    ['mathematical digits', '𝟗𝟖𝟕𝟔𝟓𝟒𝟑𝟐𝟏𝟎'],
    ['a full-width plus', '＋91 9876543210'],
    ['NUL bytes', '9876\u0000543210'],
  ])('with %s', (_, text) => {
    expect(judgeNumber(text, 'IN')).toEqual(EXPECTED);
  });

  it.each([
    ["Excel's text mark", "'9876543210"],
    ['an Excel formula', '="9876543210"'],
    ['an Excel formula without quotes', '=919876543210'],
    ['quotes', '"9876543210"'],
    ['curly quotes', '“9876543210”'],
    ['the fraction of an amount', '9876543210.0'],
    ['a longer fraction, and the plus', '+919876543210.00'],
    ['tel:', 'tel:+91-98765-43210'],
    ['callto:', 'callto://+919876543210'],
    ['whatsapp:', 'whatsapp:+919876543210'],
    ['a label', 'Mob.: 98765 43210'],
    ['a comma behind it', '9876543210,'],
  ])('in the wrapping of %s', (_, text) => {
    expect(judgeNumber(text, 'IN')).toEqual(EXPECTED);
  });

  it.each([
    ['080 2345 6789', '+918023456789'],
    ['(022) 2345-6789', '+912223456789'],
    ['1800 123 4567', '+9118001234567'],
    ['+1 (213) 373-4253', '+12133734253'],
    ['0044 20 7946 0958', '+442079460958'],
    ['+919800000000', '+919800000000'],
    ['="919876500000"', '+919876500000'],
    ['98765 00000', '+919876500000'],
    ['+880 1812-345678', '+8801812345678'],
  ])('reads %s as %s', (text, value) => {
    expect(judgeNumber(text, 'IN')).toEqual({ ok: true, value });
  });
});

describe('toE164', () => {
  it('puts a plus before the digits', () => {
    expect(toE164(919876543210)).toBe('+919876543210');
  });
});
