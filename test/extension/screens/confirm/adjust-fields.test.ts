import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ADJUST_PARTS,
  fieldsOf,
  toAdjustFields,
  toAdjustment,
} from '../../../../extension/screens/confirm/adjust/adjust-fields.ts';
import type { AdjustFields } from '../../../../extension/screens/confirm/adjust/adjust-fields.ts';
import { adjustmentSchema, adjustTemplate } from '../../../../shared/template/adjust-template.ts';
import type { Adjustment } from '../../../../shared/template/adjust-template.ts';
import { smsTemplate, template } from '../../support/wire.ts';

const TEMPLATE = template({
  window: { from: '10:00', to: '19:00' },
  throttle: 30,
  retries: { count: 1, intervalMinutes: 15, mechanism: 'Linear', on: ['busy'] },
});
const ACCOUNT = { window: { from: '09:00', to: '21:00' }, timeZone: 'Asia/Kolkata' };
const BASE = { ...ACCOUNT, template: TEMPLATE };

/** What the form makes of the template's fields after one change. */
function after(change: Partial<AdjustFields>, base = BASE): Record<string, unknown> {
  return toAdjustment({ ...toAdjustFields({}, base), ...change }, base);
}

describe('fieldsOf', () => {
  it.each(ADJUST_PARTS)('takes back %s alone', (part) => {
    const plain = toAdjustFields({}, BASE);
    const other = { later: true, startAt: '2026-11-23T10:30', to: '18:00', throttle: '9', retryCount: '0' };
    const kept = ADJUST_PARTS.filter((each) => each !== part);
    expect(Object.keys(after({ ...other, ...fieldsOf(part, plain) }))).toEqual(kept);
    expect(Object.keys(after(other))).toEqual(ADJUST_PARTS);
  });
});

describe('toAdjustment', () => {
  it.each<[Partial<AdjustFields>, Adjustment]>([
    [{}, {}],
    [{ later: true, startAt: '2026-11-23T10:30' }, { startAt: '2026-11-23T10:30:00+05:30' }],
    [{ from: '12:00' }, { window: { from: '12:00', to: '19:00' } }],
    [{ throttle: ' 12 ' }, { throttle: 12 }],
    [{ throttle: '' }, { throttle: null }],
    [{ retryCount: '0' }, { retries: { count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] } }],
    [
      { retryCount: '3', retryInterval: '5', mechanism: 'Exponential', retryOn: ['failed', 'busy'] },
      { retries: { count: 3, intervalMinutes: 5, mechanism: 'Exponential', on: ['failed', 'busy'] } },
    ],
  ])('says of %j only what differs from the template', (change, adjust) => {
    expect(adjustmentSchema.parse(after(change))).toEqual(adjust);
  });

  it('says nothing of retries and pace where messages are sent', () => {
    const sms = { ...ACCOUNT, template: smsTemplate() };

    expect(toAdjustment({ ...toAdjustFields({}, sms), throttle: '5', retryCount: '2' }, sms)).toEqual({});
  });

  it('takes midnight for what it is while it is left alone', () => {
    const open = { ...BASE, template: template({ window: { from: '00:00', to: '24:00' } }) };

    expect(toAdjustment(toAdjustFields({}, open), open)).toEqual({});
  });

  it('keeps what is no time as it was typed, so that no schema takes it', () => {
    expect(adjustmentSchema.safeParse(after({ later: true, startAt: '' })).success).toBe(false);
  });

  it('finds again what it wrote, whatever the hours and the pace', () => {
    const clock = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const adjustment = fc.record(
      {
        startAt: fc.tuple(fc.integer({ min: 1, max: 28 }), clock).map(([day, time]) => {
          return `2026-12-${String(day).padStart(2, '0')}T${time}:00+05:30`;
        }),
        window: fc.record({ from: clock, to: clock }),
        throttle: fc.option(fc.integer({ min: 1, max: 59 })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(adjustment, (adjust) => {
        const again = toAdjustment(toAdjustFields(adjust, BASE), BASE);
        expect(adjustTemplate(TEMPLATE, again)).toEqual(adjustTemplate(TEMPLATE, adjust));
        expect(again['startAt']).toBe(adjust.startAt);
      }),
    );
  });
});
