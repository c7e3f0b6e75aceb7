import { z } from 'zod';
import { editableNow, legalActions } from '../../shared/campaign/campaign-actions.ts';
import { toCampaignState } from '../exotel/status.ts';
import { wireCount, wireText } from '../exotel/wire-schemas.ts';
import type { ExotelCampaign } from '../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import type { AnswerItem } from '../exotel/answer.ts';

const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => (value === undefined || value === '' ? null : value))
  .catch(null);
const count = z.coerce.number().int().min(0).nullish().catch(null);
const counts = z
  .record(z.string(), z.unknown())
  .nullish()
  .catch(null)
  .transform((record) =>
    Object.fromEntries(
      Object.entries(record ?? {})
        .map(([key, value]) => [key, wireCount.parse(value)] as const)
        .filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1])),
    ),
  );
/** One page of Exotel's documentation describes a comma-separated text, but every sample shows an array. */
const many = z
  .union([
    z.array(z.coerce.string()),
    z.string().transform((text) =>
      text
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    ),
  ])
  .nullish()
  .catch(null);

const retriesSchema = z
  .object({
    number_of_retries: z.coerce.number().int().min(0).catch(0),
    interval_mins: z.coerce.number().int().min(0).catch(0),
    mechanism: z
      .string()
      .transform((word) => (/^exp/i.test(word) ? 'Exponential' : 'Linear'))
      .catch('Linear'),
    on_status: z.array(z.string()).catch([]),
  })
  .nullish()
  .catch(null);

/** One schema for both channels: where Exotel uses another name for messages, both names are listed. */
const campaignSchema = z.object({
  id: words,
  sid: words,
  name: wireText,
  status: wireText,
  from: many,
  lists: many,
  campaign_type: words,
  content_type: words,
  caller_id: words,
  sender_id: words,
  url: words,
  flow_type: words,
  read_via_text: words,
  template: words,
  repeat_menu_attempts: count,
  retries: retriesSchema,
  throttle: count,
  custom_field: words,
  schedule: z
    .object({ send_at: words, end_at: words, start_time: words, end_time: words })
    .partial()
    .nullish()
    .catch(null),
  call_status_callback: words,
  call_schedule_callback: words,
  sms_status_callback: words,
  status_callback: words,
  dlt_entity_id: words,
  // Exotel's answers have this misspelling.
  dlt_entitiy_id: words,
  dlt_template_id: words,
  sms_type: words,
  estimated_cost: z.coerce.number().nullish().catch(null),
  stats: counts,
  date_created: words,
  date_updated: words,
  report_url: words,
  reports: words,
});
type Raw = z.infer<typeof campaignSchema>;

const RETRIED = ['busy', 'no-answer', 'failed'] as const;

/**
 * A campaign in full, as far as Exotel tells; null if the answer names none. The caller adds which import it belongs
 * to, which Exotel does not know.
 */
export function readExotelCampaign(
  item: AnswerItem | undefined,
  channel: Channel,
  now: number,
): Omit<ExotelCampaign, 'import'> | null {
  const parsed = campaignSchema.safeParse(item?.data);
  if (!parsed.success) return null;
  const raw = parsed.data;
  const summary = item?.summary ?? {};
  const sid = raw.id ?? raw.sid ?? words.parse(summary['campaign_sid']);
  if (sid === null) return null;
  const state = toCampaignState(raw.status);
  const sendAt = raw.schedule?.send_at ?? raw.schedule?.start_time ?? null;
  const facts = { channel, state, sendAt };
  return {
    sid,
    ...facts,
    name: raw.name,
    word: raw.status,
    ...audienceOf(raw),
    sender: raw.caller_id ?? raw.sender_id,
    // For a text, Exotel makes a flow of its own and reports the flow's address; still, the text is what is played.
    flowUrl: raw.flow_type === null ? raw.url : null,
    flowType: raw.flow_type,
    text: raw.read_via_text ?? raw.template,
    repeatMenu: raw.repeat_menu_attempts ?? null,
    retries: retriesOf(raw.retries),
    throttle: raw.throttle ?? null,
    customField: raw.custom_field,
    endAt: raw.schedule?.end_at ?? raw.schedule?.end_time ?? null,
    callbacks: {
      call: raw.call_status_callback,
      schedule: raw.call_schedule_callback,
      message: raw.sms_status_callback,
      campaign: raw.status_callback,
    },
    dltEntityId: raw.dlt_entity_id ?? raw.dlt_entitiy_id,
    dltTemplateId: raw.dlt_template_id,
    smsType: raw.sms_type,
    estimatedCost: raw.estimated_cost ?? null,
    stats: raw.stats,
    summary: counts.parse(summary),
    createdAt: raw.date_created ?? words.parse(summary['DateCreated']),
    updatedAt: raw.date_updated,
    reportUrl: raw.report_url ?? raw.reports,
    actions: legalActions(facts, now),
    editable: editableNow(facts, now),
    asOf: new Date(now).toISOString(),
  };
}

/** Numbers sent inside the campaign can be counted; for lists only the statistics tell, once the campaign runs. */
function audienceOf(raw: Raw): Pick<ExotelCampaign, 'contacts' | 'delivery' | 'lists'> {
  const lists = raw.lists ?? [];
  if (lists.length === 0 && raw.from != null && raw.from.length > 0) {
    return { contacts: raw.from.length, delivery: 'inline', lists };
  }
  const counted = Object.values(raw.stats).reduce((sum, each) => sum + each, 0);
  const isDynamic = /^dynamic$/i.test(raw.campaign_type ?? raw.content_type ?? '');
  const delivery = lists.length === 0 ? null : isDynamic ? 'dynamic' : 'static';
  return { contacts: counted > 0 && Number.isSafeInteger(counted) ? counted : null, delivery, lists };
}

function retriesOf(raw: Raw['retries']): ExotelCampaign['retries'] {
  if (raw == null) return null;
  return {
    count: raw.number_of_retries,
    intervalMinutes: raw.interval_mins,
    mechanism: raw.mechanism,
    on: RETRIED.filter((status) => raw.on_status.includes(status)),
  };
}
