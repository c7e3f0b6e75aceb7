import { z } from 'zod';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Refusal } from './refusal.ts';

const text = z.string().nullish();

/** One campaign as it may be sent: types only. Absent and null are the same, unknown fields are passed over. */
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
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return err({ code: 'unreadable_body', description: 'invalid character looking for beginning of value' });
  }
  const wrapper = z.object({ campaigns: z.array(z.unknown()).nullish() }).safeParse(parsed);
  if (!wrapper.success) return err(wrongType(parsed, wrapper.error));
  const [first, second] = wrapper.data.campaigns ?? [];
  if (first === undefined) return err({ code: 'mandatory', description: 'Campaigns is mandatory' });
  // How many a request may hold is not documented; one is all anybody has been seen to send.
  if (second !== undefined) return err({ code: 'invalid', description: 'Campaigns holds more than one campaign' });
  const campaign = wireCampaign.safeParse(first);
  return campaign.success ? ok(campaign.data) : err(wrongType(first, campaign.error));
}

const GO_NAMES: Readonly<Record<string, string>> = { array: '[]string', object: 'struct', boolean: 'bool' };

function wrongType(root: unknown, error: z.ZodError): Refusal {
  const issue = error.issues[0];
  const expected = issue?.code === 'invalid_type' ? issue.expected : 'value';
  const field = issue?.path.join('.') ?? '';
  const found = jsonType(valueAt(root, issue?.path ?? []));
  const description = `json: cannot unmarshal ${found} into Go struct field campaigns.${field} of type ${GO_NAMES[expected] ?? expected}`;
  return { code: 'unreadable_body', description };
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
