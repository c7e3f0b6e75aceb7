import { describe, expect, it } from 'vitest';
import { createContactCheck } from '../../../../shared/contacts/check-contacts.ts';
import { exampleFile } from '../../../../extension/screens/file/example-file.ts';
import { smsTemplate, template } from '../../support/wire.ts';

function headingsOf(text: string): string {
  return text.slice(1, text.indexOf('\r\n'));
}

describe('exampleFile', () => {
  it.each([
    [template(), 'Mobile,Name,City'],
    [template({ flow: { kind: 'flow', url: 'http://my.exotel.com/acme1/exoml/start_voice/1' } }), 'Mobile,Name,City'],
    [template({ flow: { kind: 'greeting', text: 'Namaste @@Name, @@Amount is due' } }), 'Mobile,Name,Amount'],
    [smsTemplate({ text: 'Order @@order_no arrives on @@Date' }), 'Mobile,order_no,Date'],
  ])('has a column for each variable (%#)', (used, headings) => {
    expect(headingsOf(exampleFile(used))).toBe(headings);
  });

  it('passes the check of its own template, with a value everywhere', () => {
    const text = 'Namaste @@Name of @@City: @@Amount on @@Due_date for @@Plan';
    const used = template({ flow: { kind: 'greeting', text } });
    const check = createContactCheck({ country: 'IN', text }, { accepted() {}, issue() {} });
    check.push(new TextEncoder().encode(exampleFile(used)));
    const summary = check.finish();

    expect(summary.ok && summary.value.rows).toMatchObject({
      total: 3,
      accepted: 3,
      duplicate: 0,
      invalid: 0,
      blank: 0,
    });
    expect(summary.ok && summary.value.variables.map(({ missing }) => missing)).toEqual([0, 0, 0, 0, 0]);
  });
});
