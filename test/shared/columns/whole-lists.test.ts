import { describe, expect, it } from 'vitest';
import type { ColumnDoubt, ColumnReason } from '../../../shared/columns/column-verdict.ts';
import { checkFile, summaryOf } from '../contacts/check-file.ts';

/** A list, line by line, and who is called: the national digits of Indian numbers, or a plus and all digits. */
type Told = readonly [what: string, lines: readonly string[], called: string];
type Verdict = ColumnReason | ColumnDoubt | 'refused';

function read(lines: readonly string[]): { verdict: Verdict; called: string } {
  const { result, accepted } = checkFile(lines.join('\n'));
  if (!result.ok) return { verdict: 'refused', called: '' };
  const { why, doubt } = result.value.shape.verdict;
  const called = accepted.map(([, number]) => `+${number}`.replace(/^\+91(?=\d{10}$)/u, ''));
  return { verdict: doubt ?? why, called: called.join(' ') };
}

const [A, B, C] = ['9876543210', '9123456789', '8765432109'];

const NAMED: readonly Told[] = [
  ['an electricity list', ['K No,Consumer Name,Mobile No,Amount', `210012345678,Asha,${A},12`], A],
  ['a consumer number that could be called', ['Consumer No,Name,Mobile', `8100000001,Asha,${A}`, '8100000002,B,NA'], A],
  ['a consumer number, masked mobiles', ['Consumer No,Name,Mobile', '8100000001,Asha,98XXXXXX10'], ''],
  ['an admission number', ['Admission No,Student Name,Father Mobile', `9000000001,A,${A}`], A],
  ['a policy list', ['Policy No,Insured Name,Contact No,Premium', `9000000001,A,${A},5000`], A],
  ['order ids', ['Order ID,Customer Name,Phone', `${B},A,${A}`], A],
  ['a lead number', ['Lead Number,Name,Phone', `7000000001,A,${A}`], A],
  ['a customer number', ['Customer No,Name,Registered Mobile', `9000000001,A,${A}`], A],
  ['a payment report', ['Txn ID,UTR,Payer Mobile,Amount', `900000000001,9876000001,${A},50`], A],
  ['an employee list', ['Emp ID,Name,Emergency Contact', `9000000001,Asha,${A}`], A],
  ['a society register', ['Flat No,Owner Name,Owner Mobile,Office Phone', `101,Asha,${A},02223456789`], A],
  ['a CRM', ['Record Id,Lead Owner,Lead Owner Phone,Phone,Mobile', `zcrm_1,Ravi,9811111111,,${A}`], A],
  [
    'an accounting export',
    ['Particulars,Contact Person,Phone No.,Mobile Nos.,Fax', `A,B,02223456789,${A},02223456780`],
    A,
  ],
  ['an address book', ['Name,Phone 1 - Type,Phone 1 - Value', `Asha,Mobile,${A}`], A],
  ['a form that explains itself', ['Timestamp,WhatsApp Number (with country code)', `1/11,+91${A}`], A],
  ['a form that asks', ['Timestamp,Enter a valid mobile number,Email', `1/11,${A},a@b`], A],
  ['a form that asks a question', ['Time,What is your WhatsApp number (10 digits without +91)?', `1,${A}`], A],
  ['a form with an example', ['Name,WhatsApp Number (e.g. 919999999999)', `Asha,${A}`], A],
  ['a mobile linked to something', ['Aadhaar No,Mobile No. (linked with Aadhaar)', `999900001111,${A}`], A],
  ['two headings in one', ['Name,Email / Phone', `Asha,${A}`], A],
  ['one word for all', ['custname,custmobileno', `Asha,${A}`], A],
  ['a Hindi heading and digits', ['क्रमांक,नाम,मोबाइल नं.', '१,आशा,९८७६५४३२१०'], A],
  ['ids in Hindi', ['उपभोक्ता संख्या,नाम,मोबाइल', `9000000001,आशा,${A}`, '9000000002,ब,NA'], A],
  ['ids in Marathi', ['ग्राहक क्रमांक,नाव,मोबाईल क्रमांक', `9000000001,आशा,${A}`], A],
  ['a short word in Hindi', ['आधार संख्या,नाम,मो. नं.', `900000000001,आशा,${A}`], A],
  ['a father in Hindi', ['पिता का नाम,पिता का नंबर,रोल नंबर', `राम,${A},9000000001`], A],
  ['two languages', ['Consumer No / उपभोक्ता संख्या,Name / नाम,Mobile / मोबाइल', `9000000001,आशा,${A}`], A],
  ['a German list', ['Kundennummer,Name,Handynummer', `9000000001,a,${A}`], A],
  ['an Arabic list', ['رقم العميل,الاسم,رقم الجوال', `9000000001,a,${A}`], A],
  ['a number somebody verified', ['Name,Mobile number verified by OTP', `a,${A}`], A],
  [
    'one series of numbers',
    ['Name,Phone', ...Array.from({ length: 20 }, (_, at) => `a,${9_844_000_101 + at * 7}`)],
    Array.from({ length: 20 }, (_, at) => String(9_844_000_101 + at * 7)).join(' '),
  ],
  ['a verified mobile', ['Name,Mobile Verified', `Asha,${A}`], A],
  ['an old number beside the new one', ['Old Mobile,New Mobile', `${B},${A}`], A],
  ['an old number in brackets', ['Mobile (old),Mobile (new)', `${B},${A}`], A],
  ['those not to call beside those to call', ['DND Phone,Non-DND Phone', `${B},${A}`], A],
  ['a number that was lost', ['Previous Contact No,Contact No', `${B},${A}`], A],
  ['a number that is wrong', ['Invalid Number,Alternate Number', `${B},${A}`], A],
  ['letters in another order', ['Ticket,Moblie No', `${B},${A}`], A],
  ['a letter too few', ['Contract No,Contct No', `${B},${A}`], A],
  ['a letter too many', ['Enquiry No,Whatsaapp Nubmer', `${B},${A}`], A],
  ['as it is spoken', ['Ref,Mobail no', `${B},${A}`], A],
  ['where to call back', ['Ticket,Raised By,Callback Number', `${B},a,${A}`], A],
  ['where to call back, in two words', ['Case No,Call back no.', `${B},${A}`], A],
  ['where one is reached', ['Roll No,Reachable Number', `${B},${A}`], A],
  ['a registered mobile, by its letters', ['Loan No,RMN', `${B},${A}`], A],
  ['WhatsApp, by its letters', ['Order No,W.A. No', `${B},${A}`], A],
  ['an agent beside the customer', ['Agent Mobile,Customer Mobile', `9811111111,${A}`, `9822222222,${B}`], `${A} ${B}`],
];

const TITLED: readonly Told[] = [
  ['a name and a date', ['Acme Ltd', 'Generated on 01/11/2025 10:00:00', '', 'Sl No,Name,Mobile', `1,Asha,${A}`], A],
  ['a span of days', ['Report from 01/11/2025 to 30/11/2025', 'Name,Phone', `A,${A}`], A],
  ['a span in cells', ['From,01/11/2025', 'To,30/11/2025', 'Name,City,Phone', `A,Pune,${A}`], A],
  ['a letterhead with its telephone', ['Acme Ltd Ph: 080-23456789', '', 'Sl No,Name,Mobile', `1,Asha,${A}`], A],
  ['headings a second time', ['Name,Mobile', `Asha,${A}`, 'Name,Mobile', `Bina,${B}`], `${A} ${B}`],
];

const REPEATED: readonly Told[] = [
  ['calls out', ['Date,From,To', `1,08047112233,${A}`, `2,08047112233,${B}`, `3,08047112233,${C}`], `${A} ${B} ${C}`],
  ['calls in', ['Date,From,To', `1,${A},08047112233`, `2,${B},08047112233`, `3,${C},08047112233`], `${A} ${B} ${C}`],
  ['a portal', ['RECEIVER_MOBILE,SENDER_MOBILE', `9811111222,${A}`, `9811111222,${B}`], `${A} ${B}`],
  ['a virtual number', ['Mobile,Customer Phone', `9811111222,${A}`, `9811111222,${B}`], `${A} ${B}`],
];

/**
 * Whatever the column with the better heading holds, nobody of another column is called without a doubt being raised.
 */
const BESIDE: readonly (readonly [ColumnReason | ColumnDoubt, readonly string[]])[] = [
  ['fuller', ['Name,Mobile,Alternate Mobile', `a,,${A}`, `b,NA,${B}`]],
  ['better_unreadable', ['Name,Mobile,Emergency Contact', `a,98XXXXXX10,${A}`, `b,97XXXXXX11,${B}`]],
];

const GUESSED: readonly (readonly [ColumnDoubt, readonly string[]])[] = [
  ['heading_unknown', ['Who,Digits', `Asha,${A}`]],
  ['heading_unknown', ['Contact,Digits', `Asha,${A}`]],
  ['heading_unknown', ['Telecaller Mobile,Customer', `9811111222,${A}`, `9811111222,${B}`, `9811111222,${C}`]],
  ['heading_unknown', ['Agent Mobile,Customer', `9811111222,${A}`, `9822222333,${B}`]],
  ['several_alike', [`Asha,${A},${B}`, `Bina,${B},${C}`]],
  ['several_alike', ['RECEIVER_MOBILE,SENDER_MOBILE', `${A},${B}`]],
  ['several_alike', ['From,To', `${A},${B}`, `${B},${C}`]],
  ['several_alike', [`8100000001,${A}`, `8100000002,${B}`, `8100000003,${C}`]],
  ['own_side', ['Agent Mobile,Name', `${A},a`, `${B},b`]],
  ['not_wanted', ['Old Mobile,Name', `${A},a`, `${B},b`]],
  ['not_wanted', ['DND Mobile,Name', `${A},a`]],
  ['not_wanted', ['Name,Do not call: phone', `a,${A}`]],
  ['not_wanted', ['Name,Phone (wrong number)', `a,${A}`]],
  ['not_wanted', ['नाम,पुराना मोबाइल', `a,${A}`]],
  ['own_number', ['From,To', `9811111222,${A}`, `${B},9811111222`, `9811111222,${C}`, `9000011111,9811111222`]],
  ['heading_unknown', ['Agent Number,Customer Number', `9811111111,${A}`, `9811111112,${B}`]],
  ['like_american', ['Name,Phone', 'a,2025550123', 'b,4155552671', 'c,2125550100']],
  ['like_american', ['Name,Phone', 'a,(917) 555-2671', 'b,646-555-2671']],
  // Files whose lines were joined: by `curl -d @file`, by vertical tabs, by line separators.
  ['lines_joined', [`Name,PhoneAsha,${A}Bina,${B}`]],
  ['lines_joined', [`Asha,${A}Bina,${B}`]],
  ['lines_joined', [`Name,Phone\u000bAsha,${A}\u000bBina,${B}`]],
  ['lines_joined', [`Name,Phone\u2028Asha,${A}\u2028Bina,${B}`]],
  ['like_ids', Array.from({ length: 12 }, (_, at) => `${8_100_000_001 + at},Asha`)],
];

/** Lists with ids only: an id that looks like somebody's number is never called. */
const ONLY_IDS: readonly (readonly string[])[] = [
  ['Customer No,Name', '9000000001,Asha', '9000000002,Bina'],
  ['Student No,Name', '9000000001,Asha'],
  ['CA No.,Name,Amount', '9000000001,Asha,12'],
  ['Name,Enrolment', 'Asha,9000000001'],
  ['Ref,Name', '9000000001,Asha'],
  ['Contact ID,Name', '9000000001,Asha'],
  ['Meter No,Name', '9000000001,Asha'],
  ['Loan Account Number,Name', '9000000001,Asha'],
  ['Name,Aadhaar', 'Asha,900000000001'],
  ['Member Number,Name', '9000000001,Asha'],
  ['UHID,Patient', '9000000001,Asha'],
  ['उपभोक्ता संख्या,नाम', '9000000001,आशा'],
  ['खाता संख्या,नाम', '9000000001,आशा'],
  ['क्रमांक,नाम', '9000000001,आशा'],
  ['ग्राहक क्रमांक,नाव', '9000000001,आशा'],
  ['Kundennummer,Name', '9000000001,Asha'],
  ['Number of visits,Name', '9000000001,Asha'],
];

const LISTS: readonly Told[] = [
  ['on one line', [`${A},${B},${C}`], `${A} ${B} ${C}`],
  ['with spaces and a comma at the end', [`${A}, ${B}, ${C},`], `${A} ${B} ${C}`],
  ['on lines of different length', [`${A},${B}`, C], `${A} ${B} ${C}`],
  ['below one heading', ['Mobile', `${A},${B}`, C], `${A} ${B} ${C}`],
  ['between semicolons', [`${A};${B}`, `${C};`], `${A} ${B} ${C}`],
];

const IN_QUOTES: readonly Told[] = [
  ['with empty cells behind them', ['"Name,Mobile";;', `"Asha,${A}";;`, `"Bina,${B}";;`], `${A} ${B}`],
  ['with quotes within', ['"Name,""City"",Mobile"', `"Asha,""Pune, MH"",${A}"`], A],
  ['of tabs', ['"Name\tMobile"', `"Asha\t${A}"`], A],
  ['below plain headings', ['Name,Mobile', `"Asha,${A}"`, `"Bina,${B}"`], `${A} ${B}`],
];

describe('the people a list is of', () => {
  it.each(IN_QUOTES)('are found in lines in quotes %s', (_, lines, called) => {
    expect(read(lines)).toEqual({ verdict: 'heading', called });
  });

  it.each(NAMED)('are found in %s', (_, lines, called) => {
    expect(read(lines)).toEqual({ verdict: 'heading', called });
  });

  it.each(TITLED)('are found below %s', (_, lines, called) => {
    expect(read(lines)).toEqual({ verdict: 'heading', called });
  });

  it.each(REPEATED)('are not the own line, in a report of %s', (_, lines, called) => {
    expect(read(lines)).toEqual({ verdict: 'others_repeat', called });
  });

  it.each(LISTS)('are all numbers of a bare list %s', (_, lines, called) => {
    expect(read(lines)).toEqual({ verdict: 'only_numbers', called });
  });

  it.each(BESIDE)('stand beside better ones: %s', (verdict, lines) => {
    expect(read(lines).verdict).toBe(verdict);
  });

  it.each(GUESSED)('are a guess, since %s', (doubt, lines) => {
    expect(read(lines).verdict).toBe(doubt);
  });

  it.each(ONLY_IDS)('are nobody where there are only ids, as %j', (...lines) => {
    expect(read(lines)).toEqual({ verdict: 'refused', called: '' });
  });
});

describe('a country beside the number', () => {
  it.each<Told>([
    [
      'codes',
      ['Name,ISD,Phone', `A,+91,${A}`, 'B,971,501234567', 'C,44,7400123456'],
      `${A} +971501234567 +447400123456`,
    ],
    [
      'names',
      ['Name,Country,Mobile', `A,India,${A}`, 'B,UAE,501234567', 'C,USA,2025550123'],
      `${A} +971501234567 +12025550123`,
    ],
    ['both', ['Country Code,Phone', `India (+91),${A}`, 'United States (+1),2025550123'], `${A} +12025550123`],
    ['letters', ['Country,Phone', `IN,${A}`, 'GB,07400123456', `US,${A}`], `${A} +447400123456`],
    [
      'zeros and fractions',
      ['Dial Code,Phone', `0091,${A}`, '91.0,9123456789', '1,2025550123'],
      `${A} ${B} +12025550123`,
    ],
    [
      'names, under "Country Name"',
      ['Country Name,Mobile', `INDIA,${A}`, 'Nepal,9841234567', 'U.A.E.,501234567', 'U.S.A,2025550123'],
      `${A} +9779841234567 +971501234567 +12025550123`,
    ],
    ['names, under "Nation"', ['Nation,Phone', `Bharat,${A}`, 'Nepal,9841234567'], `${A} +9779841234567`],
    ['names of where they live', ['Country of Residence,Phone', `India,${A}`, 'UK,07400123456'], `${A} +447400123456`],
    ['codes under any heading', ['Area,Phone', `+91,${A}`, '+1,2025550123'], `${A} +12025550123`],
    ['codes under no heading', [`+91,${A}`, '+1,2025550123', '+44,7400123456'], `${A} +12025550123 +447400123456`],
    ['countries under "Region"', ['Region,Phone', `IN,${A}`, 'GB,7400123456'], `${A} +447400123456`],
    ['parts of the country', ['Region,Phone', `North,${A}`, `South,${B}`], `${A} ${B}`],
    ['codes behind it', ['Phone,Ctry', `${A},IN`, '2025550123,US'], `${A} +12025550123`],
    ['the country they ask about', ['Preferred Country,Phone', `Canada,${A}`, `UK,${B}`], `${A} ${B}`],
    ['nothing, as in the rest of the file', ['Country,Phone', `,${A}`, `NA,${B}`, `India,${C}`], `${A} ${B} ${C}`],
  ])('in %s makes the number that country’s', (_, lines, called) => {
    expect(read(lines).called).toBe(called);
  });

  it('that nobody can read makes none, unless the number says its own', () => {
    const lines = ['Country,Phone', `India,${A}`, `India,${B}`, `Narnia,${C}`, 'Narnia,+12025550123'];
    expect(read(lines).called).toBe(`${A} ${B} +12025550123`);
    expect(checkFile(lines.join('\n')).issues).toMatchObject([{ line: 4, code: 'calling_code_unclear' }]);
  });
});

describe('every line', () => {
  it.each<[string, string[], number, number]>([
    ['below titles', ['Acme', 'November', 'Sl No,Name,Mobile', `1,A,${A}`], 3, 1],
    ['with a row above the headings', [`Asha,${B}`, 'Name,City,Mobile', `A,Pune,${A}`], 1, 2],
    [
      'with a number in a title',
      ['Virtual Number,08047112233', 'x,y', 'Day,Caller Name,Caller Number', `1,A,${A}`],
      2,
      2,
    ],
    ['with a number before everything', [B, 'Name,Mobile', `A,${A}`], 0, 3],
    ['of two tables', ['Name,Mobile', `A,${A}`, '', 'Name,City,Mobile', `B,Pune,${B}`], 1, 4],
  ])('is a row or a line above, %s', (_, lines, linesAbove, total) => {
    const { shape, rows } = summaryOf(checkFile(lines.join('\n')));
    expect([shape.linesAbove, rows.total, linesAbove + total]).toEqual([linesAbove, total, lines.length]);
  });
});
