import { describe, expect, it } from 'vitest';
import { checkFile } from '../contacts/check-file.ts';

const [A, B, C] = ['9876543210', '9123456789', '8765432109'];

/** Which of two columns of telephones with these headings is chosen, and the doubt about it. */
function choose(left: string, right: string): string {
  const lines = [`Name,${left},${right}`, `a,${A},${B}`, `b,${C},9988776655`, `c,9012345678,9811223344`];
  const { result } = checkFile(lines.join('\n'));
  if (!result.ok) return result.error.code;
  const { numberColumn, verdict } = result.value.shape;
  return `${numberColumn === 1 ? 'left' : 'right'}${verdict.doubt === null ? '' : `, ${verdict.doubt}`}`;
}

const PEOPLE = ['Dealer', 'Doctor', 'Broker', 'Retailer', 'Technician', 'Franchise', 'School', 'Anganwadi', 'Trainer'];
const TELEPHONES = ['Mobile', 'Phone No', 'Contact Number', 'WhatsApp No.'];

describe('of two columns of telephones', () => {
  it.each(PEOPLE.flatMap((who) => TELEPHONES.map((what) => [`${who} ${what}`, what] as const)))(
    'the one that names nobody else is called: %j beside %j',
    (named, plain) => {
      expect([choose(named, plain), choose(plain, named)]).toEqual(['right', 'left']);
    },
  );

  it.each<[string, string]>([
    ...PEOPLE.flatMap((who) => TELEPHONES.map((what): [string, string] => [`${who} ${what}`, `Customer ${what}`])),
    ...PEOPLE.slice(1).map((who): [string, string] => [`${who} Mobile`, 'Dealer Mobile']),
    ['Driver Mobile', 'Customer Mobile'],
    ['Seller Mobile', 'Buyer Mobile'],
    ['Teacher Mobile', 'Parent Mobile'],
    ['School Phone', 'Guardian Phone'],
    ['Doctor Mobile', 'Patient Phone'],
    ['Driver Mobile', 'Phone'],
    ['Owner Phone', 'Lead Phone'],
    ['Customer Mobile', 'Mobile'],
    ['Mobile (Doctor)', 'Mobile (Patient)'],
    ['User Mobile', 'Customer Mobile'],
    ['My Number', 'Number'],
  ])('a person is asked where each names somebody: %j beside %j', (left, right) => {
    expect([choose(left, right), choose(right, left)]).toEqual([
      expect.stringContaining('several_alike'),
      expect.stringContaining('several_alike'),
    ]);
  });

  it.each([
    ['Alternate Mobile', 'Dealer Mobile'],
    ['Ref Mobile', 'Mobile'],
    ['REF MOBILE', 'MOBILE'],
    ['Referee Phone', 'Phone'],
    ['TC MOBILE', 'MOBILE NO'],
    ['Co-applicant Mobile', 'Applicant Mobile'],
    ['Co Borrower Phone', 'Borrower Phone'],
    ['Father Mobile', 'Student Mobile'],
    ['Phone (Office)', 'Phone'],
    ['Mobile (Father)', 'Mobile'],
    ['Mobile of agent', 'Customer Mobile'],
    ['एजेंट मोबाइल', 'मोबाइल'],
    ['શિક્ષક મોબાઇલ', 'મોબાઇલ'],
    ['Rep Phone', 'Phone'],
    ['Phone', 'Customer Mobile'],
    ['Dealer Phone', 'Mobile'],
    ['Doctor Phone', 'Patient Mobile'],
    ['Emergency Contact', 'Employee Mobile'],
  ])('another than %j is called, which is %j', (other, called) => {
    expect([choose(other, called), choose(called, other)]).toEqual(['right', 'left']);
  });

  it.each([
    ['Mobile', 'Registered Mobile'],
    ['Mobile No', 'Mobile'],
    ['Phone', 'Phone Number'],
    ['Verified Mobile', 'Mobile (10 digits)'],
    ['Father Mobile', 'Mother Mobile'],
  ])('the first is called where both name the same, or one household: %j and %j', (left, right) => {
    expect(choose(left, right)).toBe('left');
  });
});

describe('digits behind a telephone’s word', () => {
  it.each(
    [
      'Order',
      'Bill',
      'Invoice',
      'IMEI',
      'Policy',
      'Connection',
      'Booking',
      'Serial',
      'Case',
      'Docket',
      'Token',
    ].flatMap((noun) => [`Mobile ${noun} No`, `Phone ${noun} Number`, `Mob. ${noun} No.`]),
  )('%j are those of the noun, and nobody is called by them', (heading) => {
    const { result } = checkFile([`${heading},Name`, '7100000111,a', '7100000126,b'].join('\n'));
    expect(result).toMatchObject({ ok: false, error: { code: 'no_number_column' } });
    expect(choose(heading, 'Contact Number')).toBe('right');
  });

  it.each(
    ['Shop', 'Site', 'Order', 'Policy', 'Booking', 'Property', 'Loan', 'Ward'].flatMap((noun) => [
      `${noun} Contact No`,
      `${noun} Contact Number`,
    ]),
  )('%j are a telephone, beside the number of the same noun', (heading) => {
    const noun = `${heading.split(' ')[0] ?? ''} No`;
    expect([choose(noun, heading), choose(heading, noun)]).toEqual(['right', 'left']);
  });

  it.each(['Mobile Customer No', 'Mobile Plan No', 'Phone Bill', 'Mobile Wallet No', 'Mobile Recharge Txn No'])(
    '%j give way to a telephone',
    (heading) => {
      expect([choose(heading, 'Phone'), choose('Alternate Number', heading)]).toEqual(['right', 'left']);
    },
  );

  it.each([
    'Aadhaar linked mobile',
    'Mobile Phone No',
    'Mobile Father No',
    'Phone Office Number',
    'Ph Res No',
    'Order Mobile No',
    'Mobile WhatsApp No',
  ])('%j are a telephone', (heading) => {
    const { accepted } = checkFile([`Name,${heading}`, `a,${A}`].join('\n'));
    expect(accepted).toHaveLength(1);
  });
});

const BEHIND =
  'switched off|deceased|not working|do not use|not reachable|do not call|old|expired|no longer in use'.split('|');
const BEFORE = (
  'Do Not Disturb|Do-Not-Call|Opted-out|Opt Out|Unsubscribe|No Call|Not Interested|Cancelled|Duplicate|Rejected|Dummy|' +
  'Test|Bounced|Replaced|Ex|Removed|Suppressed|Unreachable|Archived|Black listed'
).split('|');
const NOT_TO_BE_CALLED = [
  ...['Mobile', 'Phone No', 'Contact Number'].flatMap((what) =>
    BEHIND.map((why) => `${what} (${why})`).concat(BEFORE.map((why) => `${why} ${what}`)),
  ),
  'જૂનો મોબાઇલ',
  'Not Reachable Number',
  'Wrong No Mobile',
  'पुराना नंबर',
];

describe('a heading that says its numbers are none to call', () => {
  it.each(NOT_TO_BE_CALLED)('is asked about alone, and stands behind any other: %j', (heading) => {
    const { result } = checkFile([`Name,${heading}`, `a,${A}`].join('\n'));
    expect(result).toMatchObject({ ok: true, value: { shape: { verdict: { doubt: 'not_wanted' } } } });
    expect([choose(heading, 'Alternate Mobile'), choose('Phone', heading)]).toEqual(['right', 'left']);
  });

  it.each([
    'Non-DND Mobile',
    'Mobile (do not use spaces)',
    'Mobile (do not add 0)',
    'Phone (not landline)',
    'Mobile - no spaces',
    'Lost Lead Phone',
    'Expired Policy Mobile',
    'Inactive Customer Mobile',
    'Cancelled Order Phone',
    'Mobile (old or new)',
    'Mobile without DND',
    'Phone if not reachable',
  ])('is none that says so of something else: %j', (heading) => {
    const { result } = checkFile([`Name,${heading}`, `a,${A}`].join('\n'));
    expect(result).toMatchObject({ ok: true, value: { shape: { verdict: { doubt: null } } } });
  });
});

describe('ids beside telephones', () => {
  it.each([
    ['Vehicle No. / Mobile', 'Mobile'],
    ['ID / Mobile No', 'Contact No'],
    ['Phone Booking Ref No', 'Phone'],
    ['Mobile Ref No', 'Contact Number'],
    ['Battery Cell No', 'Mobile'],
    ['Contact Lens No', 'Contact No'],
    ['Ref1 Mobile', 'Cust Mobile'],
  ])('are not called: of %j and %j the second is', (id, called) => {
    expect([choose(id, called), choose(called, id)]).toEqual(['right', 'left']);
  });

  it.each([
    ['no headings', ['7100000113,9876551129', '7100000126,9812345670']],
    ['no headings, and one that was forgotten', ['7100000113,9876551129', '7100000126,', '7100000144,9812345670']],
    ['no headings, and the last one forgotten', ['7100000113,9876551129', '7100000126,9812345670', '7100000144,']],
    ['a title', ['List', '7100000113,9876551129', '7100000126,9812345670']],
  ])('are a question below %s', (_, lines) => {
    const { result } = checkFile(lines.join('\n'));
    expect(result).toMatchObject({
      ok: true,
      value: { shape: { numbers: 'first', verdict: { doubt: 'several_alike' } } },
    });
  });

  it('are not called below a heading of nothing', () => {
    const { result, accepted } = checkFile([',Mobile', '7100000113,9876551129', '7100000126,9812345670'].join('\n'));
    expect(result).toMatchObject({ ok: true, value: { shape: { numbers: 'first', verdict: { doubt: null } } } });
    expect(accepted.map(([, number]) => number)).toEqual([919_876_551_129, 919_812_345_670]);
  });

  it('are doubted below "Number" alone', () => {
    const { result } = checkFile(['Number,Contact', '7100000113,Asha', '7100000126,Bina'].join('\n'));
    expect(result).toMatchObject({ ok: true, value: { shape: { verdict: { doubt: 'like_ids' } } } });
  });
});

describe('headings nobody knows', () => {
  it.each(['સંપર્ક નંબર', 'தொடர்பு எண்', 'Phon No', 'Cont. No', 'Mb No', 'ਸੰਪਰਕ ਨੰਬਰ', 'Mbl. No.', 'Grahak Sampark No'])(
    'are few: %j names a telephone',
    (heading) => {
      const { result, accepted } = checkFile([`Name,${heading}`, `a,${A}`].join('\n'));
      expect(result).toMatchObject({ ok: true, value: { shape: { verdict: { doubt: null } } } });
      expect(accepted).toHaveLength(1);
    },
  );

  it.each(['Qwerty No', 'Zyx No', 'Vyakti Number'])('are asked about where they alone hold numbers: %j', (heading) => {
    const { result } = checkFile([`Name,${heading}`, `a,${A}`, `b,${B}`].join('\n'));
    expect(result).toMatchObject({ ok: true, value: { shape: { verdict: { doubt: 'heading_unknown' } } } });
    expect(choose(heading, 'Phone')).toBe('right');
  });
});

describe('a telephone that stands in every row', () => {
  it('is the own line beside another by name, and a question beside a person’s further number', () => {
    const rows = ['a,9811111222,9876543210', 'b,9811111222,9123456789'];
    const verdictOf = (headings: string): unknown => {
      const { result } = checkFile([headings, ...rows].join('\n'));
      return result.ok ? result.value.shape.verdict : result.error;
    };
    expect(verdictOf('Name,Mobile,Customer Phone')).toMatchObject({ why: 'others_repeat', doubt: null });
    expect(verdictOf('Name,Mobile,Alternate No')).toMatchObject({ doubt: 'own_number', other: 1 });
  });

  it.each([
    ['Source,Destination', 1],
    ['Lead Source,Dialled Number', 1],
    ['Remarks,Mobile', 1],
    ['Customer Number,ExoPhone', 0],
    ['Customer Number,Exo Phone No', 0],
  ])('is never called unasked under %j: the numbers of many beside it are the people', (headings, column) => {
    const rows = [A, B, C, '9988776655'].map((number) => `${number},08047112233`);
    const { result } = checkFile([headings, ...rows].join('\n'));
    expect(result).toMatchObject({ ok: true, value: { shape: { numberColumn: column } } });
    expect(result.ok && result.value.shape.verdict.doubt).not.toBe(null);
  });

  it('is called where no other column holds telephones: one person may stand in several rows', () => {
    const { result } = checkFile(['Order,Mobile', `1,${A}`, `2,${A}`, `3,${A}`].join('\n'));
    expect(result).toMatchObject({ ok: true, value: { shape: { verdict: { doubt: null } } } });
  });
});
