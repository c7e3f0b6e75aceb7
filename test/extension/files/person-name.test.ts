import { describe, expect, it } from 'vitest';
import { personName } from '../../../extension/files/person-name.ts';

describe('personName', () => {
  it.each([
    [{ Mobile: '9845012345', Name: ' Asha Rao ' }, 'Asha Rao', ['Name']],
    [{ 'Customer Name': 'Bina', City: 'Pune', Name: 'B.' }, 'Bina', ['Customer Name']],
    [{ 'Last Name': 'Iyer', FIRST_NAME: 'Chitra' }, 'Chitra Iyer', ['FIRST_NAME', 'Last Name']],
    [{ 'First name': 'Deepa', Surname: '' }, 'Deepa', ['First name']],
    [{ 'ग्राहक का नाम': 'आशा' }, 'आशा', ['ग्राहक का नाम']],
  ])('finds whom %j is about, and where that stands', (row, name, headings) => {
    expect(personName(row)).toEqual({ name, headings });
  });

  it.each([
    [{}],
    [{ Mobile: '9845012345' }],
    [{ Name: '' }],
    [{ Contact: '9845012345' }],
    [{ 'Company name': 'Acme', 'Branch name': 'Pune', Username: 'asha' }],
  ])('finds nobody in %j', (row) => {
    expect(personName(row)).toBeNull();
  });
});
