import { callsDuplicates, type AccountRules } from '../../../shared/plan/plan-template.ts';
import { templateText, type Template } from '../../../shared/template/template-schema.ts';
import type { CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import type { Config } from '../../config.ts';
import type { ImportRecord } from './import-record.ts';

/** What the account's configuration allows every plan. */
export function accountRules(config: Config): AccountRules {
  return {
    window: config.CALLING_WINDOW,
    timeZone: config.TIME_ZONE,
    callsPerMinute: config.CALLS_PER_MINUTE,
    messagesPerMinute: config.MESSAGES_PER_MINUTE,
  };
}

/** How the file of an import is read, by every reading of it alike. */
export function checkSettings(config: Config, template: Template, columns: ImportRecord['columns']): CheckSettings {
  const number = columns?.number === undefined ? {} : { number: columns.number };
  const header = columns?.header === undefined ? {} : { header: columns.header };
  const variables = columns?.variables === undefined ? {} : { variables: columns.variables };
  return {
    country: config.DEFAULT_COUNTRY,
    callDuplicates: callsDuplicates(template),
    text: templateText(template),
    columns: { ...number, ...header, ...variables },
  };
}
