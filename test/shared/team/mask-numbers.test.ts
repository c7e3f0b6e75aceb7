import { array, assert, constantFrom, pre, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestNumber } from '../../../shared/contacts/suggest-number.ts';
import { judgeNumber } from '../../../shared/phone/judge-number.ts';
import { maskJson, maskNumbers } from '../../../shared/team/mask-numbers.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

describe('text for a viewer', () => {
  it.each([
    ['+919820012345', '+xxxxxxxxx345'],
    ['098200 12345', 'xxxxxx xx345'],
    ['(+91) 98200-12345', '(+xx) xxxxx-xx345'],
    ['98.200.123.45', 'xx.xxx.xx3.45'],
    ['98200/12345', 'xxxxx/xx345'],
    ['९८२००१२३४५', 'xxxxxxx३४५'],
    ['9,876,543,210', 'x,xxx,xxx,210'],
    ["98'76'54'32'10", "xx'xx'xx'x2'10"],
    ['9.19820012345E', 'x.xxxxxxxx345E'],
    ['Mob9820012345x', 'Mobxxxxxxx345x'],
    ['tel:9820012345;ext=1', 'tel:xxxxxxx345;ext=1'],
    ['9820012345, 9820012346', 'xxxxxxx345, xxxxxxx346'],
    ['https://wa.me/919820012345', 'https://wa.me/xxxxxxxxx345'],
    ['https://x.test/r?to=9820012345&a=1', 'https://x.test/r?to=xxxxxxx345&a=1'],
    ['{"to":"+919820012345"}', '{"to":"+xxxxxxxxx345"}'],
    ['19820012345', 'xxxxxxxx345'],
    ['2026-11-2234567', 'xxxx-xx-xxxx567'],
    [String.raw`{"to":"\u0039\u0038\u0032\u0030\u0030\u0031\u0032345"}`, '{"to":"xxxxxxx345"}'],
    [String.raw`"\u002B91 98200\u00312345"`, String.raw`"\u002Bxx xxxxxxx345"`],
    ['6068O92888', 'xxxxxxx888'],
    ['7451O42433', 'xxxxxxx433'],
    ['9194O50260', 'xxxxxxx260'],
    ['98113OOOO2', 'xxxxxxxOO2'],
    ['981130O012', 'xxxxxxx012'],
    ['9820|234I5', 'xxxxxxx4I5'],
    ['I98113OOO O2', 'xxxxxxxxO O2'],
    ['Name,981130O012,Pune', 'Name,xxxxxxx012,Pune'],
    ['98765,43210', 'xxxxx,xx210'],
    ["98765'43210", "xxxxx'xx210"],
    ['9820012345|9820012346', 'xxxxxxx345|xxxxxxx346'],
    ['à¥¯à¥®à¥¨à¥¦à¥¦à¥§à¥¨à¥©à¥ªà¥«', 'xxxxxxx३४५'],
    ['%39%38%32%30%30%31%32%33%34%35', '%xx%xx%xx%xx%xx%xx%xx%xx%x4%35'],
  ])('shows of %s the last three digits', (text, shown) => {
    expect(maskNumbers(text)).toBe(shown);
  });

  it.each([
    '2026-11-29T10:00:00.000Z',
    '2026-11-29 10:00:00',
    '2026-11-29,Ravi,400001',
    '29/11/2026',
    'b6e23c4bd3fb2f3b8c3a2f1e1234567f',
    '1234567890b2f3b8c3a2f1e123451abt',
    '1234567890b2f3b8c3a2f1e1234567891abt',
    '0b5f1b5e-1234-4321-8765-123456789012',
    'https://recordings.exotel.test/2026/11/29/b6e23c4bd3fb2f3b8c3a2f1e1234567f.mp3',
    'Diwali leads 1/3 #k3v9x2a7-1',
    '12,480 of 13,002',
    'Oil 123 lio 1',
    '12345,67890,400001',
    'Ask for one whole number, such as 9845012345 or +919845012345.',
    '',
  ])('leaves %s as it is', (text) => {
    expect(maskNumbers(text)).toBe(text);
  });

  const SEPARATORS = [
    '',
    ' ',
    '-',
    '.',
    '(',
    ')',
    ' - ',
    '\u00a0',
    '\u200b',
    '\u202d',
    '/',
    '*',
    '_',
    '\u2011',
    '\u2022',
  ];
  const written = array(
    tuple(constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), constantFrom(...SEPARATORS)),
    { minLength: 8, maxLength: 15 },
  ).map((parts) => parts.map(([digit, between]) => digit + between).join(''));

  it('shows no more than three digits of a number, however it is written and whatever it stands in', () => {
    assert(
      property(written, constantFrom('', 'Ravi ', 'x', '"', ','), constantFrom('', 'z', '"', '\n'), (n, a, b) => {
        // Eight digits that look like a date are not masked, so such numbers are left out here.
        pre(!/\d{1,4}[/-]\d{1,2}[/-]\d{1,4}/.test(n) && !/\/\//.test(n));
        expect(maskNumbers(a + n + b).match(/\d/g)?.length ?? 0).toBeLessThanOrEqual(3);
      }),
      { numRuns: drawnOf(600, 6_000) },
    );
  });
});

describe('a value that was refused', () => {
  const sign = constantFrom(...Array.from(`${'0123456789'.repeat(3)}OolIi| -.()+,'९`));
  const value = array(sign, { minLength: 8, maxLength: 16 }).map((signs) => signs.join(''));

  it('is nobody to call any more once it is masked, whatever could be read back from it', () => {
    assert(
      property(value, (text) => {
        const masked = String(maskJson(text));
        expect(judgeNumber(masked, 'IN').ok).toBe(false);
        expect(suggestNumber(masked, 'IN')).toBeNull();
      }),
      { numRuns: drawnOf(800, 9_000) },
    );
  });
});

describe('JSON for a viewer', () => {
  it('leaves out a body that is no text, and masks what is said to be the id of a call', () => {
    const body = 'TmFtZT1Kb3PpJkZyb209OTgyMDAxMjM0NQ==';
    expect(maskJson({ encoding: 'base64', body, callSid: '9820012345', contentType: 'text/plain' })).toEqual({
      encoding: 'base64',
      body: '',
      callSid: 'xxxxxxx345',
      contentType: 'text/plain',
    });
  });

  it('is masked in every text, name and large number, and keeps ids, counts and instants', () => {
    const said = {
      id: '9820012345',
      sid: '9820012345',
      bytes: 104_857_600,
      at: '2026-11-29T10:00:00Z',
      '9820012345': [{ number: '+919820012345', to: 919820012345 }],
      body: { caller: 22345678 },
      none: null,
    };
    expect(maskJson(said)).toEqual({
      id: '9820012345',
      sid: '9820012345',
      bytes: 104_857_600,
      at: '2026-11-29T10:00:00Z',
      xxxxxxx345: [{ number: '+xxxxxxxxx345', to: 'xxxxxxxxx345' }],
      body: { caller: 'xxxxx678' },
      none: null,
    });
  });
});
