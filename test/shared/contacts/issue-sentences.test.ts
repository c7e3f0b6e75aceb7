import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../../shared/contacts/issue.ts';
import { issueSentence } from '../../../shared/contacts/issue-sentences.ts';

describe('issueSentence', () => {
  it.each(ISSUE_CODES)('says what is wrong and what to do for %s', (code) => {
    const { message, fix } = issueSentence({ line: 7, value: '98', code });
    expect([message, fix]).toEqual([expect.stringMatching(/^[A-Z].*\.$/u), expect.stringMatching(/^[A-Z].*\.$/u)]);
  });

  it('says of messages what is said of messages', () => {
    const [rule, since] = ['called_recently', '2026-11-29T09:00:00Z'] as const;
    const reason = { rule, detail: 'attempts', importName: 'Diwali', note: null, since, by: 'asha' };
    const issue = { line: 7, value: '98', code: rule, reason } as const;
    expect([issueSentence(issue), issueSentence(issue, 'sms')].map(({ message, fix }) => [message, fix])).toEqual([
      [
        'This number was called often enough recently, or is about to be: last by "Diwali", since 2026-11-29, by asha.',
        'Wait until the hours of the cap have passed, or call these people all the same and give a reason.',
      ],
      [
        'This number was messaged often enough recently, or is about to be: last by "Diwali", since 2026-11-29, by asha.',
        'Wait until the hours of the cap have passed, or message these people all the same and give a reason.',
      ],
    ]);
  });

  it('names the earlier row of a duplicate', () => {
    expect(issueSentence({ line: 7, value: '', code: 'duplicate', firstLine: 2 }).message).toContain('row 2');
  });
});
