import { RESLOT_WITHIN_SECONDS } from '../../shared/limits.ts';
import { toExotelCampaign } from '../../shared/plan/inline-campaign.ts';
import { nextSlot } from '../../shared/plan/next-slot.ts';
import { planSentence } from '../../shared/plan/plan-faults.ts';
import { toE164 } from '../../shared/phone/judge-number.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createPath, readCampaign } from '../exotel/campaigns.ts';
import { describeFailure } from '../exotel/failure.ts';
import { afterSend, beginSend } from './outbox.ts';
import { dialRules } from './plan-import.ts';
import { withTotals } from './row-totals.ts';
import type { CampaignRow } from './campaign-row.ts';
import type { Ask, EngineDeps } from './engine.ts';

/** Credentials, balance and permission stop every campaign alike: launching waits for a person, nothing is refused. */
const ACCOUNT_WIDE = new Set(['unauthorised', 'forbidden', 'payment_required']);

/** One POST of one campaign. The row says `sending`, on disk, before the first byte leaves. */
export async function sendCampaign(deps: EngineDeps, ask: Ask, seq: number): Promise<void> {
  const callbacks = await deps.callbackUrls(seq);
  // Between reading the row and writing that it is being sent nothing is waited for: a stop pressed meanwhile would be lost.
  if (deps.row(seq).state !== 'pending') return;
  const record = deps.record();
  const slotted = inTime(deps, deps.row(seq));
  if (!slotted.ok) {
    deps.putRow({ ...deps.row(seq), state: 'refused', refusal: slotted.error });
    return;
  }
  const row = slotted.value;
  const all = deps.numbers(row);
  const excluded = new Set(row.excluded);
  const body = {
    campaigns: [
      toExotelCampaign({
        template: record.template,
        numbers: Array.from(all)
          .filter((number) => !excluded.has(number))
          .map(toE164),
        name: row.name,
        sendAt: row.sendAt,
        endAt: row.endAt,
        callbacks,
        timeZone: deps.account.timeZone,
      }),
    ],
  };
  deps.putRow(beginSend(row, deps.now()));
  await deps.sync();
  const { result } = await ask('POST', createPath, body);
  const answer = result.ok ? ok(readCampaign(result.value.items[0])) : result;
  // Read afresh: a pause or a stop may have been pressed while the answer was under way.
  const sent = deps.row(seq);
  const after = afterSend(sent, answer, deps.rules, all);
  const failure = answer.ok ? null : answer.error;
  if (failure !== null && ACCOUNT_WIDE.has(failure.code)) {
    deps.updateRecord({ hold: { code: failure.code, message: describeFailure(failure) } });
    deps.putRow({ ...after, state: 'pending', attempts: sent.attempts - 1, refusal: null });
    return;
  }
  deps.putRow(after);
  if (after.excluded.length > sent.excluded.length) {
    const totals = await deps.refuseNumbers(seq, after.excluded);
    deps.putRow(withTotals(deps.row(seq), totals));
  }
}

/** A campaign that would start too soon, or should have started already, gets the next slot inside calling hours. */
function inTime(deps: EngineDeps, row: CampaignRow): Result<CampaignRow, { code: string; message: string }> {
  const now = deps.now();
  if (row.sendAt >= now + RESLOT_WITHIN_SECONDS * 1000) return ok(row);
  const rules = dialRules(deps.record().template, deps.account);
  if (!rules.ok) return err({ code: rules.error.exact ?? rules.error.code, message: rules.error.message ?? '' });
  const slot = nextSlot(rules.value, { contacts: row.contacts, now });
  if (!slot.ok) return err({ code: slot.error.code, message: planSentence(slot.error) });
  return ok({ ...row, sendAt: slot.value.sendAt, endAt: slot.value.endAt });
}
