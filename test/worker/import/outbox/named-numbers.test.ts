import { describe, expect, it } from 'vitest';
import { namedNumbers } from '../../../../worker/import/outbox/campaign-transitions.ts';

const OURS = Float64Array.of(919810010001, 919810010002, 918022222222, 6591234567);

describe('the numbers a refusal names', () => {
  it.each([
    ['Invalid number +919810010001 in from', [919810010001]],
    ['09810010002 is not valid', [919810010002]],
    ['98100 10001 and 98100-10002 are bad', [919810010001, 919810010002]],
    ['number "+91 80 2222 2222" is landline', [918022222222]],
    ['+65 9123 4567', [6591234567]],
    ['+919999999999 is somebody else', []],
    ['caller_id 08088919888 is not an ExoPhone', []],
    ['from is mandatory', []],
    ['1002 1001 400', []],
    ['', []],
  ])('are found in %j', (description, named) => {
    expect(namedNumbers(description, OURS, [])).toEqual(named);
  });

  it('are not named again once they are out', () => {
    expect(namedNumbers('+919810010001 and +919810010002', OURS, [919810010001])).toEqual([919810010002]);
  });

  it('are all of them, when one number is there twice', () => {
    expect(namedNumbers('+919810010001', Float64Array.of(919810010001, 919810010001), [])).toHaveLength(2);
  });

  it('are looked for in the beginning of a long text only', () => {
    expect(namedNumbers(`${'x'.repeat(5_000)} +919810010001`, OURS, [])).toEqual([]);
  });
});
