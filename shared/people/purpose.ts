import type { CallingWindow } from '../plan/calling-window.ts';

/**
 * What a template is for; this decides its hours. An entry of the list may also be limited to templates of one purpose.
 */
export const PURPOSES = ['service', 'promotional', 'recovery'] as const;
export type Purpose = (typeof PURPOSES)[number];

const hours = (from: number, to: number): CallingWindow => ({ openMinute: from * 60, closeMinute: to * 60 });

/**
 * TCCCPR 2018: promotional 10:00-21:00. RBI, 12 August 2022: loan recovery 08:00-19:00. No rule sets hours for service
 * calls.
 */
const PURPOSE_WINDOWS: Readonly<Record<Purpose, CallingWindow | null>> = {
  service: null,
  promotional: hours(10, 21),
  recovery: hours(8, 19),
};

type Purposeful =
  | { readonly channel: 'voice'; readonly purpose?: Purpose }
  | { readonly channel: 'sms'; readonly purpose?: Purpose; readonly smsType: string };

/** Templates from before purposes existed are service. A promotional message is always promotional. */
export function purposeOf(template: Purposeful): Purpose {
  const { purpose = 'service' } = template;
  const isPromotional = template.channel === 'sms' && template.smsType === 'promotional';
  return purpose === 'service' && isPromotional ? 'promotional' : purpose;
}

export function purposeWindow(purpose: Purpose): CallingWindow | null {
  return PURPOSE_WINDOWS[purpose];
}
