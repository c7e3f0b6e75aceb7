import { isTerminal } from '../campaigns/campaign-status.ts';
import type { Engine } from '../dialler/engine.ts';
import { createEventHeap } from '../dialler/event-heap.ts';
import { createFifo } from '../dialler/fifo.ts';
import type { OutcomeScript } from '../dialler/outcome-script.ts';
import type { Settings } from '../control/settings.ts';
import { REPORT_AFTER_MS, STAT_OF } from './message-campaign.ts';
import type { MessageCampaign } from './message-campaign.ts';

/** Events that others are told of; every instant is virtual. */
export type MessengerEvents = {
  readonly onReport: (campaign: MessageCampaign, place: number, at: number) => void;
  readonly onStart: (campaign: MessageCampaign) => void;
  readonly onFinish: (campaign: MessageCampaign) => void;
};

export type Messenger = Engine & {
  /** Sets the alarms of a campaign's schedule; called again after each change of the schedule. */
  readonly schedule: (campaign: MessageCampaign) => void;
  readonly pause: (campaign: MessageCampaign, at: number) => void;
  /** Resumes a campaign that was paused after its start, or starts one whose start has passed meanwhile. */
  readonly goOn: (campaign: MessageCampaign, at: number) => void;
  /** Ends a campaign at once; people without a message will get none. */
  readonly finish: (campaign: MessageCampaign, at: number) => void;
};

type Happening =
  | { readonly kind: 'start' | 'end'; readonly campaign: MessageCampaign; readonly version: number }
  | { readonly kind: 'report'; readonly campaign: MessageCampaign; readonly place: number };

const MINUTE_MS = 60_000;

/** Sends messages evenly at the account's pace, campaigns taking turns, and reports on each a little later. */
export function createMessenger(
  settings: Pick<Settings, 'messagesPerMinute'>,
  script: Pick<OutcomeScript, 'messageTo'>,
  events: MessengerEvents,
): Messenger {
  const happenings = createEventHeap<Happening>();
  const ring = createFifo<MessageCampaign>();
  let now = 0;
  let running = 0;
  let onTheirWay = 0;
  let freeAt = 0;

  function schedule(campaign: MessageCampaign): void {
    const version = campaign.scheduleVersion;
    happenings.push(campaign.spec.startAt, { kind: 'start', campaign, version });
    happenings.push(campaign.spec.endAt, { kind: 'end', campaign, version });
  }

  function nextAt(): number | null {
    const happening = happenings.peekAt();
    if (ring.size() === 0) return happening;
    const sending = Math.max(freeAt, now);
    return happening === null ? sending : Math.min(happening, sending);
  }

  function advance(until: number, budget: number): number {
    for (let left = budget; left > 0; left -= 1) {
      const next = nextAt();
      if (next === null || next > until) {
        now = Math.max(now, until);
        return until;
      }
      now = Math.max(now, next);
      const happening = happenings.peekAt();
      if (happening !== null && happening <= now) happen();
      else sendNext();
    }
    return now;
  }

  function happen(): void {
    const happening = happenings.pop()?.value;
    if (happening === undefined) return;
    const { campaign } = happening;
    if (happening.kind === 'report') report(campaign, happening.place);
    else if (happening.version !== campaign.scheduleVersion || isTerminal(campaign.status)) return;
    else if (happening.kind === 'end') finish(campaign, now);
    else if (campaign.status === 'created') start(campaign);
  }

  function start(campaign: MessageCampaign): void {
    campaign.status = 'in-progress';
    campaign.startedAt = now;
    campaign.updatedAt = now;
    running += 1;
    campaign.counters.add(now, 'scheduled', campaign.spec.numbers.length);
    events.onStart(campaign);
    lineUp(campaign);
    finishIfDone(campaign);
  }

  function pause(campaign: MessageCampaign, at: number): void {
    now = Math.max(now, at);
    if (campaign.status === 'in-progress') running -= 1;
    campaign.status = 'paused';
    campaign.updatedAt = now;
  }

  function goOn(campaign: MessageCampaign, at: number): void {
    now = Math.max(now, at);
    if (campaign.startedAt === null) {
      start(campaign);
      return;
    }
    campaign.status = 'in-progress';
    campaign.updatedAt = now;
    running += 1;
    lineUp(campaign);
    finishIfDone(campaign);
  }

  function lineUp(campaign: MessageCampaign): void {
    const isLeft = campaign.sentAt.length < campaign.spec.numbers.length;
    if (campaign.inRing || campaign.status !== 'in-progress' || !isLeft) return;
    campaign.inRing = true;
    ring.push(campaign);
  }

  function sendNext(): void {
    const campaign = ring.shift();
    if (campaign === undefined) return;
    campaign.inRing = false;
    if (campaign.status !== 'in-progress') return;
    const place = campaign.sentAt.length;
    campaign.sentAt.push(now);
    campaign.results.push(undefined);
    campaign.onTheirWay += 1;
    onTheirWay += 1;
    freeAt = now + MINUTE_MS / settings.messagesPerMinute;
    campaign.counters.add(now, 'scheduled', -1);
    campaign.counters.add(now, 'submitted', 1);
    happenings.push(now + REPORT_AFTER_MS, { kind: 'report', campaign, place });
    lineUp(campaign);
  }

  function report(campaign: MessageCampaign, place: number): void {
    const result = script.messageTo(campaign.spec.numbers[place] ?? '');
    campaign.results[place] = result;
    campaign.onTheirWay -= 1;
    onTheirWay -= 1;
    campaign.counters.add(now, 'submitted', -1);
    campaign.counters.add(now, STAT_OF[result], 1);
    events.onReport(campaign, place, now);
    finishIfDone(campaign);
  }

  function finishIfDone(campaign: MessageCampaign): void {
    const isDone = campaign.onTheirWay === 0 && campaign.sentAt.length === campaign.spec.numbers.length;
    if (campaign.status === 'in-progress' && isDone) finish(campaign, now);
  }

  function finish(campaign: MessageCampaign, at: number): void {
    now = Math.max(now, at);
    if (campaign.status === 'in-progress') running -= 1;
    campaign.status = 'completed';
    campaign.updatedAt = now;
    const left = campaign.spec.numbers.length - campaign.sentAt.length;
    if (campaign.startedAt !== null) campaign.counters.add(now, 'scheduled', -left);
    campaign.counters.add(now, 'failed-no-attempt', left);
    events.onFinish(campaign);
  }

  return { schedule, pause, goOn, finish, nextAt, advance, isBusy: () => running > 0 || onTheirWay > 0 };
}
