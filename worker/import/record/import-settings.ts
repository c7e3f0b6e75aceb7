import { callsDuplicates, type AccountRules } from '../../../shared/plan/plan-template.ts';
import { templateText, type Template } from '../../../shared/template/template-schema.ts';
import type { CheckSettings, ColumnChoice, FileShape } from '../../../shared/contacts/check-contacts.ts';
import { pinColumns } from '../../../shared/columns/pin-columns.ts';
import type { Calendar } from '../../../shared/people/calling-days.ts';
import type { Config } from '../../config.ts';
import type { ImportRecord } from './import-record.ts';

/** The rules that the account's configuration and the team's settings set for every plan. */
export function accountRules(config: Config, calendar: Calendar | null): AccountRules {
  return {
    ...calendar,
    window: calendar?.window ?? config.CALLING_WINDOW,
    timeZone: config.TIME_ZONE,
    callsPerMinute: config.CALLS_PER_MINUTE,
    messagesPerMinute: config.MESSAGES_PER_MINUTE,
  };
}

/** Until when an upload is kept that nobody launches. */
export function uploadExpiry(config: Config, now: number): number {
  return now + config.UPLOAD_LIFETIME_DAYS * 86_400_000;
}

/** How an import's file is read. Every reading after a check uses the same settings as that check. */
export function checkSettings(
  config: Config,
  template: Template,
  asked: ImportRecord['columns'],
  checked: FileShape | undefined,
): CheckSettings {
  return {
    country: config.DEFAULT_COUNTRY,
    callDuplicates: callsDuplicates(template),
    text: templateText(template),
    isMessage: template.channel === 'sms',
    columns: { ...toChoice(asked), ...(checked !== undefined && pinColumns(checked)) },
  };
}

/** A person's choice of columns, without the parts that were not chosen. */
export function toChoice(asked: ImportRecord['columns']): ColumnChoice {
  const { number, header, callingCode, more, numbers, variables, required, status, doNotCall, fallbacks, spoken } =
    asked ?? {};
  return {
    ...(number !== undefined && { number }),
    ...(header !== undefined && { header }),
    ...(callingCode !== undefined && { callingCode }),
    ...(more !== undefined && { more }),
    ...(numbers !== undefined && { numbers }),
    ...(variables !== undefined && { variables }),
    ...(required !== undefined && { required }),
    ...(status !== undefined && { status }),
    ...(doNotCall !== undefined && { doNotCall }),
    ...(fallbacks !== undefined && { fallbacks }),
    ...(spoken !== undefined && { spoken }),
  };
}
