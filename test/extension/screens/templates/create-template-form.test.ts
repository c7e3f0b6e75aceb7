import { describe, expect, it } from 'vitest';
import { createTemplateForm } from '../../../../extension/screens/templates/create-template-form.ts';
import { validateTemplate } from '../../../../extension/screens/templates/validate-template.ts';
import { NEW_TEMPLATE } from '../../../../extension/state/template-fields.ts';

const ACCOUNT = { window: { from: '09:00', to: '21:00' }, callsPerMinute: 60 };
const newForm = () => createTemplateForm(NEW_TEMPLATE, (input) => validateTemplate(input, ACCOUNT));
const VALID = { name: 'Diwali greeting', callerId: '08088919888', text: 'Namaste' };

describe('createTemplateForm', () => {
  it('finds issues from the start but shows one only where the person has been', () => {
    const form = newForm();
    form.leave('name');

    expect(form.issues.value.map(({ path, code }) => [path, code])).toEqual([
      ['name', 'name_too_short'],
      ['callerId', 'caller_id_malformed'],
      ['flow.text', 'text_empty'],
    ]);
    expect([form.shown('name') !== null, form.shown('callerId')]).toEqual([true, null]);
  });

  it('shows every issue once saving was tried, and takes each away as it is mended', () => {
    const form = newForm();

    expect(form.tryToSave()).toBe(false);
    expect(form.shown('callerId')).not.toBeNull();
    form.change({ callerId: '08088919888' });
    expect(form.shown('callerId')).toBeNull();
  });

  it('may be saved when nothing is wrong', () => {
    const form = newForm();
    form.change(VALID);

    expect(form.tryToSave()).toBe(true);
  });

  it('holds the hours and the pace against the account', () => {
    const form = newForm();
    form.change({ ...VALID, ownWindow: true, from: '08:00', to: '20:00', throttle: '60' });

    expect(form.issues.value.map(({ code }) => code)).toEqual(['window_outside_account', 'throttle_not_below_account']);
  });

  it('places what is wrong with a message, and with a personal text called twice, at its own field', () => {
    const form = newForm();
    form.change({ ...VALID, text: 'Hello @@Name', callDuplicates: true });
    form.leave('callDuplicates');

    expect(form.shown('callDuplicates')).not.toBeNull();
    form.change({ channel: 'sms', senderId: '12', dltEntityId: 'x', dltTemplateId: '1' });
    form.tryToSave();
    expect([form.shown('senderId'), form.shown('dltEntityId'), form.shown('dltTemplateId')]).toEqual([
      expect.any(String),
      expect.any(String),
      null,
    ]);
  });

  it('knows whether anything would be lost by leaving', () => {
    const form = newForm();
    const before = form.changed.value;
    form.change({ name: 'x' });

    expect([before, form.changed.value]).toEqual([false, true]);
  });
});
