import { MESSAGE_RESLOT_WITHIN_SECONDS, RESLOT_WITHIN_SECONDS } from '../../../shared/limits.ts';
import { liesWithin } from '../../../shared/plan/open-hours.ts';
import { planSentence } from '../../../shared/plan/plan-faults.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { templateRules } from '../../../shared/plan/plan-template.ts';
import { onlyItem } from '../../exotel/answer.ts';
import { readCampaign } from '../../exotel/read-campaign.ts';
import { afterSend, beginSend } from '../outbox/campaign-transitions.ts';
import { campaignBody } from './campaign-body.ts';
import { takeOutSuppressed } from './take-out-suppressed.ts';
import { holdFor } from './hold-import.ts';
import { relistedBy } from '../outbox/unseen-creates.ts';
import { hasItsLists } from '../outbox/campaign-lists.ts';
import { withTotals } from '../record/apply-totals.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { Ask, EngineDeps } from './engine-ports.ts';

/** Sends one POST for one campaign. The row says `sending`, on disk, before the first byte leaves. */
export async function sendCampaign(deps: EngineDeps, ask: Ask, seq: number): Promise<void> {
  await takeOutSuppressed(deps, seq);
  const callbacks = await deps.callbackUrls(seq);
  const slotted = await inTime(deps, deps.row(seq));
  // Nothing is awaited between reading the row and writing `sending`: otherwise a stop pressed in between would be
  // lost.
  if (deps.row(seq).state !== 'pending' || !hasItsLists(deps.row(seq))) return;
  const record = deps.record();
  if (!slotted.ok) {
    deps.putRow({ ...deps.row(seq), state: 'refused', refusal: slotted.error });
    return;
  }
  const row = { ...deps.row(seq), ...slotted.value };
  // For a campaign of lists, Exotel's refusal names no numbers, so none are looked for.
  const all = row.lists.length === 0 ? deps.numbers(row) : new Float64Array();
  const excluded = new Set([...row.excluded, ...row.suppressed]);
  const numbers = Array.from(all).filter((number) => !excluded.has(number));
  const body = campaignBody({ record, row, numbers, callbacks, timeZone: deps.account.timeZone });
  deps.putRow(beginSend(row, deps.now()));
  await deps.sync();
  const { result } = await ask('POST', deps.api.createPath, deps.api.wrap(body));
  const answer = result.ok ? ok(readCampaign(onlyItem(result.value))) : result;
  // Read again, because a pause or stop may have been pressed while the answer was under way.
  const sent = deps.row(seq);
  const after = afterSend(sent, answer, deps.rules, all);
  if (!answer.ok && holdFor(deps, answer.error)) {
    deps.putRow({ ...after, state: 'pending', attempts: sent.attempts - 1, refusal: null });
    return;
  }
  deps.putRow(after);
  if (after.excluded.length > sent.excluded.length) {
    const totals = await deps.countAs(seq, after.excluded, 'invalid');
    deps.putRow(withTotals(deps.row(seq), totals));
  }
}

/**
 * Gives a campaign another slot within calling hours if it would start too soon or should have started already; if an
 * earlier create may exist that Exotel does not list by then; or if calling hours were narrowed or its day closed since
 * it was planned.
 */
async function inTime(
  deps: EngineDeps,
  row: CampaignRow,
): Promise<Result<Pick<CampaignRow, 'sendAt' | 'endAt'>, { code: string; message: string }>> {
  const now = deps.now();
  const { template } = deps.record();
  const within = template.channel === 'sms' ? MESSAGE_RESLOT_WITHIN_SECONDS : RESLOT_WITHIN_SECONDS;
  const notBefore = relistedBy(row, now);
  const rules = templateRules(template, deps.account);
  if (!rules.ok) return err({ code: rules.error.code, message: planSentence(rules.error) });
  const isInTime = row.sendAt >= Math.max(now + within * 1000, notBefore);
  if (isInTime && liesWithin(rules.value, row)) return ok(timesOf(row));
  const wish = { contacts: row.contacts, now, notBefore: isInTime ? row.sendAt : notBefore };
  const slot = await deps.minutes.promise(row.seq, rules.value, wish);
  if (!slot.ok) return err({ code: slot.error.code, message: planSentence(slot.error) });
  return ok(timesOf(slot.value));
}

function timesOf({ sendAt, endAt }: Pick<CampaignRow, 'sendAt' | 'endAt'>): Pick<CampaignRow, 'sendAt' | 'endAt'> {
  return { sendAt, endAt };
}
