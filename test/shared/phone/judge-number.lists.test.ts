import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNumber } from '../../../shared/phone/judge-number.ts';

const NUMBER = '9876543210';
const EXPECTED = { ok: true, value: '+919876543210' };

/** Labels of one number in the languages of Indian lists; `N` is the number. */
const LABELLED = `
મો. N|મો.નં. N|મોબાઈલ નં. N|સંપર્ક: N|ફોન નં: N|মো: N|মোবাইল নং N|ফোন নম্বর: N|ਮੋ. N|மொ. N|செல்: N|கைபேசி எண் N|அலைபேசி: N|మొ. N|సెల్ N|ఫోన్ నం. N
ಮೊ. N|ಮೊಬೈಲ್ ಸಂಖ್ಯೆ: N|മൊ. N|ഫോൺ നമ്പർ N|ମୋ: N|नं. N|नं: N|नंबर N|फो. N|सेल: N|موبائل نمبر N
Mb: N|Mbl N|MB. N|Mob.: N|Mo. N|Call: N|Dial - N|Number N|Number- N|Num: N|Mobno N|PhNo. N|M.No. N|Cel N|Cntct: N
N (Self)|N (Default)|Self: N|N [Mine]|N (Verified)|N new|Current: N|N (Regd.)|N (Mobl)
`;
/** With the number of the line, or with the ordinal of a person's several numbers. */
const NUMBERED = `
M1: N|M1 N|M1-N|M-1 N|Mob1-N|Mob2 N|Mobile1. N|Ph2: N|P1: N|Phone 2 = N|Mobile No 1 - N|Mob. No. 2 N|Contact1: N|T2 N
N (M1)|N (M-2)|N [Mob 2]|N (1)|N (2)|N (Mobile1)
1) N|2. N|12) N|3. +91 N|(4) N|(5) +91-N|10) Mob: N|2. M: N|1) 098765 43210|7) N
`;
const FOREIGN_NAMES = `
IN +91 N|India +91N|India: +91 N|IND (+91) N|IN(+91)N|India - +91 N|+91 N (India)|+91 N IN
`;
const OF_TOOLS = `
91N@c.us|91N@s.whatsapp.net|+91N@c.us|91N:12@s.whatsapp.net|N<br>|N<br/>|<b>N</b>|<p>N</p>|<span class="x">N</span>|<br />N
98765_43210|+91_98765_43210|91_N|+91,98765,43210|+91, 98765, 43210|9876_543_210
`;
/** Two numbers, or one that should not be read. */
const REFUSED = `
91N@g.us|91N@lid|N@gmail.com|N_9123456789|98765_43210_91234_56789|+91,98765,43210,91234,56789|N<br>9123456789|<b>N</b> <b>9123456789</b>
1) N 2) 9123456789|1. N 2. 9123456789|1) N, 9123456789|M1 N M2 9123456789|M1: N, M2: 9123456789|N (M1) 9123456789 (M2)|N (1) 9123456789 (2)
1) do not call N|2. DND N|1) Asha N|No call N|Mob no call N|No. call mat N|do not Call: N|wrong Number N|not Number N|N call|N no
C1 N|A1 N|Flat 1 N|Order1: N|Order No 1 - N|Fax1 N|N (Fax1)|N (A1)|N (old 1)|N (12)|N (0)
USA +91 N|Nepal +91 N|IN N x|+91 N (USA)|Asha +91 N|India not +91 N|M1 98765|(1) 98765|1. 98765
1N|1-N|1.N
`;
/** Numbers where the digit before belongs to the number, or may belong to it. */
const AMBIGUOUS = ['1. 202 555 0123', '1. 917 234 5678', '(1) 917 234 5678', 'Ph1 917-234-5678', '44. 7400 123456'];

const write = (text: string): string => text.trim().replace(/(?<![\p{L}])N(?!\p{L})/u, NUMBER);
const all = (text: string): string[] => text.trim().split(/[|\n]/u).map(write);

describe('judgeNumber reads one number', () => {
  it.each([...all(LABELLED), ...all(NUMBERED), ...all(FOREIGN_NAMES), ...all(OF_TOOLS)])('%j', (text) => {
    expect(judgeNumber(text, 'IN')).toEqual(EXPECTED);
  });

  it('of another country behind its name', () => {
    expect(judgeNumber('USA +1 202-555-0123', 'IN')).toEqual({ ok: true, value: '+12025550123' });
    expect(judgeNumber('UAE: +971 50 123 4567', 'IN')).toEqual({ ok: true, value: '+971501234567' });
  });

  it.each([
    ['Ph 1 800 123 4567', '+9118001234567'],
    ['1800 123 4567', '+9118001234567'],
    ['(11) 2345 6789', '+911123456789'],
    ['Mob 9 876543210', '+919876543210'],
    ['91. 98765 43210', '+919876543210'],
  ])('and its own first digits: %s', (text, value) => {
    expect(judgeNumber(text, 'IN')).toEqual({ ok: true, value });
  });
});

describe('judgeNumber refuses', () => {
  it.each(all(REFUSED))('%j', (text) => {
    expect(judgeNumber(text, 'IN').ok).toBe(false);
  });

  it.each(AMBIGUOUS)('to make an Indian number of "%s"', (text) => {
    const verdict = judgeNumber(text, 'IN');
    expect([text, verdict.ok && verdict.value.startsWith('+91')]).toEqual([text, false]);
  });

  it('two numbers, however their lines are numbered', () => {
    const mark = fc.constantFrom('1) ', '1. ', '(1) ', 'M1 ', 'Mob1: ', 'M1-', 'Ph2 ', '');
    const behind = fc.constantFrom('', ' (1)', ' (M1)', ' (Self)', '<br>');
    const gap = fc.constantFrom(' ', ', ', ' / ', ' 2) ', ' 2. ', ' M2 ', ' (2) ', '\n', ' & ', '_', '<br>', ' call ');
    const other = fc.constantFrom('9123456789', '+919123456789', '08023456789', '91234 56789');
    fc.assert(
      fc.property(mark, behind, gap, other, behind, (before, first, between, second, last) => {
        const text = `${before}${NUMBER}${first}${between}${second}${last}`;
        expect([text, judgeNumber(text, 'IN').ok]).toEqual([text, false]);
      }),
      { numRuns: 2000 },
    );
  });
});
