import type { Adjustment } from '../../../../shared/template/adjust-template.ts';
import { adjustTemplate } from '../../../../shared/template/adjust-template.ts';
import type { Template } from '../../../../shared/template/template-schema.ts';
import { fromLocalTime, toLocalTime } from '../../../state/local-time.ts';
import { toRetries, toTemplateFields, toThrottle } from '../../../state/template-fields.ts';
import type { RetryFieldValues } from '../../../state/template-fields.ts';

/** What one import changes about its template, as typed in the form and not yet judged. */
export interface AdjustFields extends RetryFieldValues {
  /** True: not before `startAt`; false: as soon as possible. */
  readonly later: boolean;
  /** In the account's zone. */
  readonly startAt: string;
  readonly from: string;
  readonly to: string;
  readonly throttle: string;
}

/** What the fields are compared with: the saved template and the account's rules. */
export interface AdjustBase {
  readonly template: Template;
  readonly window: { readonly from: string; readonly to: string };
  readonly timeZone: string;
}

export function toAdjustFields(adjust: Adjustment, base: AdjustBase): AdjustFields {
  const template = adjustTemplate(base.template, adjust);
  const { from, to } = template.window ?? base.window;
  const { retryCount, retryInterval, mechanism, retryOn, throttle } = toTemplateFields(template);
  return {
    later: adjust.startAt != null,
    startAt: toLocalTime(adjust.startAt ?? null, base.timeZone),
    from: typeable(from),
    to: typeable(to),
    throttle,
    retryCount,
    retryInterval,
    mechanism,
    retryOn,
  };
}

export const ADJUST_PARTS = ['startAt', 'window', 'throttle', 'retries'] as const;
export type AdjustPart = (typeof ADJUST_PARTS)[number];

/** The fields that belong to one part of the form. */
export function fieldsOf(part: AdjustPart, fields: AdjustFields): Partial<AdjustFields> {
  const { later, startAt, from, to, throttle, retryCount, retryInterval, mechanism, retryOn } = fields;
  return {
    startAt: { later, startAt },
    window: { from, to },
    throttle: { throttle },
    retries: { retryCount, retryInterval, mechanism, retryOn },
  }[part];
}

/** Only what differs from the template, not yet judged. */
export function toAdjustment(fields: AdjustFields, base: AdjustBase): Record<string, unknown> {
  const plain = toAdjustFields({}, base);
  const adjust: Record<string, unknown> = {};
  if (fields.later) adjust['startAt'] = fromLocalTime(fields.startAt, base.timeZone) ?? fields.startAt;
  if (fields.from !== plain.from || fields.to !== plain.to) adjust['window'] = { from: fields.from, to: fields.to };
  if (base.template.channel === 'sms') return adjust;
  if (fields.throttle.trim() !== plain.throttle) adjust['throttle'] = toThrottle(fields.throttle);
  if (retriesKey(fields) !== retriesKey(plain)) adjust['retries'] = toRetries(fields);
  return adjust;
}

function retriesKey(fields: RetryFieldValues): string {
  const retries = toRetries(fields);
  return JSON.stringify({ ...retries, on: [...fields.retryOn].sort(), ...(retries['count'] === 0 ? { on: [] } : {}) });
}

/** A browser's time field ends one minute before midnight. */
function typeable(time: string): string {
  return time === '24:00' ? '23:59' : time;
}
