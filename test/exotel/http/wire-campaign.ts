import { z } from 'zod';
import { err } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { readJson, readValue } from './read-json.ts';
import type { Refusal } from './refusal.ts';

const text = z.string().nullish();

/** The types of a campaign as it may be sent. Absent and null mean the same; unknown fields are ignored. */
const wireCampaign = z.object({
  action: text,
  name: text,
  type: text,
  from: z.array(z.string()).nullish(),
  lists: z.array(z.string()).nullish(),
  caller_id: text,
  campaign_type: text,
  flow_type: text,
  repeat_menu_attempts: z.int().nullish(),
  url: text,
  read_via_text: text,
  call_duplicate_numbers: z.boolean().nullish(),
  retries: z
    .object({
      number_of_retries: z.int().nullish(),
      interval_mins: z.int().nullish(),
      mechanism: text,
      on_status: z.array(z.string()).nullish(),
    })
    .nullish(),
  schedule: z.object({ send_at: text, end_at: text }).nullish(),
  status_callback: text,
  call_status_callback: text,
  call_schedule_callback: text,
  mode: text,
  throttle: z.int().nullish(),
  custom_field: text,
});
export type WireCampaign = z.infer<typeof wireCampaign>;

/** The one campaign in a request body; a wrong type is refused in the words of Go's JSON reader. */
export function readWireCampaign(body: string): Result<WireCampaign, Refusal> {
  const wrapper = readJson(body, z.object({ campaigns: z.array(z.unknown()).nullish() }));
  if (!wrapper.ok) return wrapper;
  const [first, second] = wrapper.value.campaigns ?? [];
  if (first === undefined) return err({ code: 'mandatory', description: 'Campaigns is mandatory' });
  // It is not documented how many a request may hold; no known client sends more than one.
  if (second !== undefined) return err({ code: 'invalid', description: 'Campaigns holds more than one campaign' });
  return readValue(first, wireCampaign, 'campaigns');
}
