import { describe, expect, it } from 'vitest';
import { digitsOf, holdsDigits } from '../../../shared/phone/holds-digits.ts';

const looked = (text: string, value: string) => holdsDigits(value, digitsOf(text));

describe('digits that are looked for in a cell', () => {
  it.each([
    ['+91 98450 12345', '9845012345 / 9845012346'],
    ['09845012345', '98450-12345 or office'],
    ['9845012345', '+91 (98450) 12345, 080 4123'],
    ['98450', 'Call 98 450'],
    ['९८४५०१२३४५', '98450 12345 x'],
    ['9845012345', '९८४५० १२३४५ x'],
  ])('are found, however they are written: %s in %s', (text, value) => {
    expect(looked(text, value)).toBe(true);
  });

  it.each([
    ['+91 98450 12345', '98450 12346'],
    ['98450 12345', '98450 1234'],
    ['', '98450 12345'],
    ['nobody', '98450 12345'],
    ['98450', ''],
  ])('are not found where they are not: %s in %s', (text, value) => {
    expect(looked(text, value)).toBe(false);
  });
});
