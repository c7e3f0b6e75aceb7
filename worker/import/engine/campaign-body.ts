import { toE164 } from '../../../shared/phone/judge-number.ts';
import { toSmsCampaign } from '../../../shared/plan/sms-campaign.ts';
import { toVoiceCampaign } from '../../../shared/plan/voice-campaign.ts';
import { bindText, exotelText } from '../../../shared/template/text-variables.ts';
import { isPersonal, templateText } from '../../../shared/template/template-schema.ts';
import { toChoice } from '../record/import-settings.ts';
import type { CallbackKind } from '../../callbacks/read-callback.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportRecord } from '../record/import-record.ts';

/**
 * The body of the create call, without Exotel's wrapper. `numbers` are the campaign's numbers, without those taken out.
 */
export function campaignBody(input: {
  readonly record: ImportRecord;
  readonly row: CampaignRow;
  readonly numbers: readonly number[];
  readonly callbacks: Readonly<Record<CallbackKind, string>>;
  readonly timeZone: string;
}): unknown {
  const { record, row, callbacks, timeZone } = input;
  const { name, sendAt, endAt } = row;
  const { template } = record;
  const shared = { name, sendAt, endAt, callbacks, timeZone, personalText: personalText(record) };
  const lists = row.lists.map(({ sid }) => sid).filter((sid) => sid !== null);
  if (template.channel === 'sms') return toSmsCampaign({ ...shared, template, lists });
  const audience = row.lists.length > 0 ? { lists } : { numbers: input.numbers.map(toE164) };
  return toVoiceCampaign({ ...shared, template, audience });
}

/** The text, with its variables named like the columns of the list; the check chose those names for both. */
function personalText({ template, check, columns }: ImportRecord): string | null {
  if (check === null || !isPersonal(template)) return null;
  const places = Object.fromEntries(check.variables.map(({ name, column }) => [name, column + 1]));
  const choice = { ...toChoice(columns), variables: { ...columns?.variables, ...places } };
  const bound = bindText(templateText(template) ?? '', check.shape.headings, choice);
  return bound.ok ? exotelText({ parts: bound.value.parts, variables: check.variables }) : null;
}
