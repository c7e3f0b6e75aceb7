import { describe, expect, it } from 'vitest';
import { NEVER, rankHeading } from '../../../shared/columns/column-headings.ts';
import { headingWords } from '../../../shared/columns/heading-words.ts';

const SURE = [
  'Mobile',
  'mobile',
  'MOBILE NO.',
  'Mobile_Number',
  'mobile-no',
  'MobileNo',
  'mobilenumber',
  'Mob',
  'Mob.',
  'Mob No',
  'Cell',
  'cell phone',
  'MSISDN',
  'Mo. No.',
  'M. No',
  ' mobile\u00a0number ',
  'Customer Mobile',
  'मोबाइल',
  'मोबाइल नंबर',
  'Mobile Number (10 digit)',
];
const PHONE = [
  'Phone',
  'phone no.',
  'Phone Number',
  'phoneNumber',
  'PHONENO',
  'Ph',
  'Ph. No',
  'Telephone',
  'Tel',
  'tel no',
  'Phone1',
  'Phone 1',
  'Primary Phone',
  'teléfono',
  'Telefono',
  'फ़ोन',
  'फोन नंबर',
  '\u092b\u093c\u094b\u0928',
  'Customer Phone',
  'फ़ोन'.normalize('NFC'),
];
const WEAKER = [
  'WhatsApp',
  'WhatsApp Number',
  'Contact',
  'Contact No',
  'contact_number',
  'Contact Number',
  'Number',
  'No',
  'Numbers',
  'Num',
  'नंबर',
  'संपर्क',
  'Calling number',
];
const OTHER = [
  'Name',
  'City',
  'Plan',
  'Remarks',
  'Amount',
  'Due date',
  'Email',
  'Company',
  'Product',
  '',
  '#',
  'किस्त',
  'Category',
  'Nominal',
  'Telangana district',
  'Phoned',
  'Contract',
  'Telephony',
];
/** Only its cells rule this column out, because by its heading it may hold the verified number itself. */
const DESCRIBED = [
  'Contact name',
  'Contact Person',
  'Phone type',
  'Mobile model',
  'Phone verified',
  'Mobile brand',
  'Contact email',
];
const RULED_OUT = [
  'Customer Number',
  'Lead no',
  'Order number',
  'Order No.',
  'Account no',
  'A/C No',
  'Pin code',
  'Serial number',
  'S.No',
  'S. No.',
  'Sr No',
  'Sl. No.',
  'Invoice No',
  'Policy Number',
  'Loan number',
  'Aadhaar No',
  'Employee No',
  'GST number',
  'Contact id',
  'Roll No',
  'Flat No',
  'Ticket number',
  'Fax number',
];

describe('rankHeading', () => {
  it.each(SURE)('takes %j for a mobile', (heading) => {
    expect(rankHeading(heading)).toBe(rankHeading('Mobile'));
  });

  it.each(PHONE)('takes %j for a phone', (heading) => {
    expect(rankHeading(heading)).toBe(rankHeading('Phone'));
  });

  it.each(WEAKER)('takes %j for a number to call, less surely', (heading) => {
    expect(rankHeading(heading)).toBeGreaterThan(0);
    expect(rankHeading(heading)).toBeLessThan(rankHeading('Phone'));
  });

  it.each(OTHER)('takes %j for nothing', (heading) => {
    expect(rankHeading(heading)).toBeLessThanOrEqual(0);
  });

  it.each(RULED_OUT)('rules out %j', (heading) => {
    expect(rankHeading(heading)).toBe(NEVER);
  });

  it.each(DESCRIBED)('takes %j for something about a telephone, after every other name for one', (heading) => {
    expect(rankHeading(heading)).toBeGreaterThan(0);
    expect(rankHeading(heading)).toBeLessThan(rankHeading('Agent mobile'));
  });

  it('prefers a mobile to a phone, a phone to WhatsApp, that to a contact, a number, and another phone', () => {
    const ranks = ['Mobile', 'Phone', 'WhatsApp', 'Contact', 'Number', 'Alternate mobile'].map(rankHeading);
    expect(ranks).toEqual([...ranks].sort((left, right) => right - left));
    expect(new Set(ranks).size).toBe(6);
  });
});

describe('headingWords', () => {
  it.each(['Mobile_No.', 'mobileNo', 'MOBILE NO', ' mobile-no ', 'mobileno'])(
    'reads %j as the same two words',
    (heading) => {
      expect(headingWords(heading)).toEqual(['mobile', 'no']);
    },
  );
});
