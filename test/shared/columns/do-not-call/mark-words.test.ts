import { describe, expect, it } from 'vitest';
import { markSense } from '../../../../shared/columns/do-not-call/mark-headings.ts';
import { markWord, saysNotToCall } from '../../../../shared/columns/do-not-call/mark-words.ts';

/** One line of texts each, with commas between them. */
const listed = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split(', '));

describe('a heading', () => {
  it.each([
    [
      'marks',
      listed(
        'Do not call, Do Not Call (Y/N), DND, DND Status, Is DND?, DNC, ndnc, NDNC Flag, Opt out, OptOut, Opted Out, opt_out',
        "Unsubscribed, Unsubscribed?, Blacklisted, Black list, Don't call, Dont Call, do_not_call, DoNotCall, donotcall",
        'Never call, Not to be called, Do not disturb, No calls, Stop calls, Exclude from calls, Suppressed, Do not contact?',
        'SMS opt out, Unsubscribe reason, Opt-out source, DND/Non-DND, DND Mobile, TPS, कॉल न करें, फ़ोन मत करें, डीएनडी',
      ),
    ],
    [
      'allows',
      listed(
        'Call? (Y/N), Call (yes/no), Call Y/N, Call, Can we call?, OK to call, Call allowed, call_allowed, Consent to call',
        'Permission to contact, To be called, To call, Callable, Should we call, WhatsApp opt-in, कॉल करें (हाँ/नहीं), कॉल कर सकते हैं',
      ),
    ],
    ['may_mark', listed('Exclude, Skip?, Excluded (Y/N), Deceased, Wrong Number, Mobile invalid, Do not include')],
    ['may_allow', listed('Consent, Consent (Y/N), Opt in, Opted in, Subscribed, Non DND')],
    [
      'words',
      listed(
        'Status, Lead Status, Call Status, Remarks, Feedback, Response, Disposition, Tags, टिप्पणी, स्थिति, Call Type, No call reason',
      ),
    ],
    [
      'other',
      listed(
        'Name, City, Mobile, Called (Y/N), Call Back, Callback?, Call Date, Call Duration, Calls, No. of calls, Call Attempts',
        'Email Opt Out, HasOptedOutOfEmail, Do not email, Do not mail, Best time to call, OK to call time, Contact, Contact Person',
        'Contact Owner, Block, Expired, Next Call Date, Account Number, Amount',
      ),
    ],
  ] as const)('%s', (sense, headings) => {
    expect(headings.map((heading) => [heading, markSense(heading)])).toEqual(
      headings.map((heading) => [heading, sense]),
    );
  });
});

describe('a cell', () => {
  it.each([
    [
      'asked',
      listed(
        "DND, dnd, D.N.D., Full DND, DND - yes, Ravi (DND), Do not call, Don't call, DON’T CALL, dont call, Do not call again",
        "asked not to be called, No calls please, Opted out, opt-out, Unsubscribed, STOP, Blacklisted, doesn't want to be called",
        'please stop calling, wants no more calls, do not contact, Do not disturb, remove me from list, call mat karo',
        'call nahi karna hai, call na karein, कॉल न करें, कॉल मत करो, फ़ोन नहीं करना, संपर्क न करें, कॉल करने से मना, मना किया',
      ),
    ],
    ['fine', listed('Non DND, non-dnd, Not DND, No DND, DND: No, not in DND, DND removed, Not opted out')],
    ['yes', listed('yes, Y, TRUE, 1, १, 1.0, ✓, ✔️, ☑, हाँ, हां, Yes (12 Nov), Y - by phone')],
    ['no', listed('no, N, FALSE, 0, ०, 0.0, ✗, ❌, नहीं, nahi')],
    ['empty', ['', ' ', '-', 'NA', 'N/A', 'nil', 'none', '#N/A']],
    [
      'other',
      listed(
        'Never called, Not called, Not contacted, Never contacted, No call, No contact, No answer, Busy, Call back later, Hot',
        'Not interested, Wrong number, Call nahi uthaya, call nahi kiya, कॉल नहीं उठाया, कॉल नहीं कर पाए, Nonstop travels',
        'Customer did not call back, Optical shop, Tell me more, Do not know, Will call, Do not email, Stopped, 2024-05-01',
      ),
    ],
  ] as const)('%s', (word, cells) => {
    expect(cells.map((cell) => [cell, markWord(cell)])).toEqual(cells.map((cell) => [cell, word]));
    expect(cells.map((cell) => saysNotToCall(cell))).toEqual(cells.map(() => word === 'asked'));
  });
});
