import { describe, expect, it } from 'vitest';
import { withOwnVariables } from '../../../shared/campaign/own-variables.ts';

const OWN = { import: { id: 'k3v9x2a7', seq: 1, name: 'Leads' }, text: 'Dear @@Full_Name, pay @@Amount.' };

const become = (text: string, campaign: object = OWN) => withOwnVariables({ ...OWN, ...campaign }, { text });

describe("the variables of an import's own campaign", () => {
  it.each([
    ['Dear @@Full Name', 'Dear @@Full_Name'],
    ['Dear @@full_name', 'Dear @@Full_Name'],
    ['Pay @@amount, @@FULL NAME!', 'Pay @@Amount, @@Full_Name!'],
    ['No names here', 'No names here'],
  ])('are written as its list is headed: %s', (text, written) => {
    expect(become(text)).toEqual({ ok: true, value: { text: written } });
  });

  it.each([
    ['Dear @@Nonsense', ['Nonsense']],
    ['Dear @@constructor and @@Full Name', ['constructor']],
    ['Dear @@Names', ['Names']],
  ])('are refused where its list has no such column: %s', (text, variables) => {
    const error = { code: 'variables_not_in_list', variables, known: ['Full_Name', 'Amount'] };
    expect(become(text)).toEqual({ ok: false, error });
  });

  it('are refused in one that says the same to everyone', () => {
    expect(become('Dear @@Name', { text: 'Happy Diwali.' })).toMatchObject({ ok: false, error: { known: [] } });
  });

  it('are left as they are in a campaign made elsewhere, whose list is not known', () => {
    expect(become('Dear @@Nonsense', { import: null })).toEqual({ ok: true, value: { text: 'Dear @@Nonsense' } });
  });
});
