import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../../shared/contacts/issue.ts';
import { issueSentence } from '../../../shared/contacts/issue-sentences.ts';

describe('issueSentence', () => {
  it.each(ISSUE_CODES)('says what is wrong and what to do for %s', (code) => {
    const { message, fix } = issueSentence({ line: 7, value: '98', code });
    expect([message, fix]).toEqual([expect.stringMatching(/^[A-Z].*\.$/u), expect.stringMatching(/^[A-Z].*\.$/u)]);
  });

  it('names the earlier row of a duplicate', () => {
    expect(issueSentence({ line: 7, value: '', code: 'duplicate', firstLine: 2 }).message).toContain('row 2');
  });
});
