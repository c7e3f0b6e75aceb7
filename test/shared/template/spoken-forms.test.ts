import { describe, expect, it } from 'vitest';
import { languageOf, spokenForm } from '../../../shared/template/spoken-forms.ts';
import type { SpokenAs } from '../../../shared/template/spoken-forms.ts';

describe('a value in words', () => {
  it.each<[SpokenAs, string, string, string]>([
    ['date', '12/11/2025', '12 November 2025', '12 नवंबर 2025'],
    ['date', '1-2-25', '1 February 2025', '1 फ़रवरी 2025'],
    ['date', '2025-11-12', '12 November 2025', '12 नवंबर 2025'],
    ['date', '2025-11-12T10:00:00.000Z', '12 November 2025', '12 नवंबर 2025'],
    ['date', '12.11.2025 10:30', '12 November 2025', '12 नवंबर 2025'],
    ['date', '12-Nov-25', '12 November 2025', '12 नवंबर 2025'],
    ['date', '12 November 2025', '12 November 2025', '12 नवंबर 2025'],
    ['amount', '₹1,24,800.00', '124800 rupees', '124800 रुपये'],
    ['amount', 'Rs. 1250.5', '1250 rupees 50 paise', '1250 रुपये 50 पैसे'],
    ['amount', '1250/-', '1250 rupees', '1250 रुपये'],
    ['amount', '0', '0 rupees', '0 रुपये'],
    ['amount', '1.50', '1 rupee 50 paise', '1 रुपया 50 पैसे'],
    ['amount', '01.01', '1 rupee 1 paisa', '1 रुपया 1 पैसा'],
    ['amount', '1 rupee', '1 rupee', '1 रुपया'],
    ['amount', '11', '11 rupees', '11 रुपये'],
  ])('as a %s: %s', (as, value, english, hindi) => {
    expect([spokenForm(value, { as, in: 'en' }), spokenForm(value, { as, in: 'hi' })]).toEqual([english, hindi]);
  });

  it.each<[SpokenAs, string]>([
    ['date', '31/02/2025'],
    ['date', '11/13/2025'],
    ['date', 'tomorrow'],
    ['date', '12 Foo 2025'],
    ['amount', '-500'],
    ['amount', '12 boxes'],
    ['amount', '1,2,3'],
  ])('is as it is written where it is no %s: %s', (as, value) => {
    expect(spokenForm(value, { as, in: 'en' })).toBe(value);
  });

  it('is in the language of the text', () => {
    expect([languageOf('Hello @@Name'), languageOf('नमस्ते @@Name')]).toEqual(['en', 'hi']);
  });
});
