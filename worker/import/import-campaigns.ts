import { chosenSlot } from '../../shared/plan/next-slot.ts';
import { callingHours, templateRules } from '../../shared/plan/plan-template.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { packNumbers } from '../../shared/people/packed-numbers.ts';
import { requireConfig } from '../config.ts';
import { newId } from '../new-id.ts';
import { ImportWatched } from './import-watched.ts';
import { adoptCampaign, adoptedRecord, type AdoptInput } from './intake/adopt-campaign.ts';
import { claimOf } from './intake/claim-people.ts';
import { noResume, noteCampaign, type CampaignEdit, type NoResume } from './intake/note-campaign.ts';
import { noteTotals } from './record/apply-totals.ts';
import { accountRules } from './record/import-settings.ts';
import type { CallingHours } from '../../shared/plan/open-hours.ts';
import type { Import } from '../../shared/protocol/import.ts';
import type { ImportLife } from './import-life.ts';
import type { Answer } from './import-shell.ts';

/** What its import prescribes for one campaign. */
interface RuledCampaign {
  readonly hours: CallingHours;
  readonly refusal: NoResume | null;
  /** How many contacts two people approved; null if no approval was needed. */
  readonly approved: number | null;
}

/** What people do with a single campaign as Exotel has it: follow it, change it, make it call again. */
export abstract class ImportCampaigns extends ImportWatched {
  private adopting: string | null = null;

  /**
   * The incarnation for the callback addresses of an adopted campaign: of the import that follows it, or else of the
   * one that will.
   */
  incarnationToAdopt(): string {
    return this.life.session.record()?.incarnation ?? (this.adopting ??= newId());
  }

  /**
   * Adopts a campaign made elsewhere. Its campaign object is opened every time, because the process may have died after
   * the import was made.
   */
  adopt(input: AdoptInput, numbers: readonly number[]): Answer<Import> {
    this.adopting = null;
    return this.living(async (life) => {
      const started = adoptCampaign(life.session, input, Date.now());
      if (started.ok && started.value.begun) await this.own(life);
      const record = adoptedRecord(input, requireConfig(this.env).DEFAULT_COUNTRY);
      const now = life.session.record();
      if (now !== null && life.name() === lifeOf(input)) {
        await this.campaign(life.name(), 1).open(record, Float64Array.from(numbers));
        await this.peopleRoom().follow(claimOf(now, now.createdBy), packNumbers(Float64Array.from(numbers).sort()));
      }
      return this.begin(life, started);
    });
  }

  async resuming(sid: string, seq: number): Promise<RuledCampaign | null> {
    const { session } = await this.visited();
    const record = session.record();
    if (record === null) return null;
    const rules = accountRules(requireConfig(this.env), await this.peopleRoom().calendar());
    const approved = record.approval?.state === 'approved' ? (record.check?.rows.accepted ?? 0) : null;
    return { hours: callingHours(record.template, rules), refusal: noResume(session, sid, seq), approved };
  }

  /** A person changed, paused, resumed or ended one of its campaigns at Exotel. */
  campaignEdited(sid: string, edit: CampaignEdit): Answer<Import> {
    return this.living(async (life) => {
      await this.retriesChanged(life, sid, edit);
      const noted = noteCampaign(life.session, sid, edit);
      // A campaign that was only paused, resumed or ended keeps its minutes.
      if (edit.steered === undefined) await this.minutesChanged(life, sid, edit);
      return this.begin(life, noted);
    });
  }

  /** The campaign's times, pace or retries may have changed: the minutes it needs now are promised to nobody else. */
  private async minutesChanged(life: ImportLife, sid: string, edit: CampaignEdit): Promise<void> {
    const record = life.session.record();
    const row = life.session.rows().find((each) => each.sid === sid);
    // A campaign made elsewhere has no promised minutes, and one that has begun keeps its own.
    if (record === null || record.origin.kind === 'campaign' || row?.state !== 'created') return;
    const config = requireConfig(this.env);
    const rules = templateRules(record.template, accountRules(config, record.calendar));
    if (!rules.ok) return;
    // Exotel never answers with the throttle, so only the change itself tells it.
    const throttle = edit.throttle ?? rules.value.throttle;
    const slot = chosenSlot({ ...rules.value, throttle, retries: edit.retries ?? rules.value.retries }, row);
    await this.account().holdMinutes({ life: life.name(), seq: row.seq }, record.template.channel, slot);
  }

  /** How often a number may be tried decides when it is done, and how much it counts for the caps. */
  private async retriesChanged(life: ImportLife, sid: string, { retries }: CampaignEdit): Promise<void> {
    const row = life.session.rows().find((each) => each.sid === sid);
    if (row === undefined || retries === null) return;
    const totals = await this.campaign(life.name(), row.seq).changeRetries(retries.count, retries.on);
    if (totals === null) return;
    noteTotals(life.session, { seq: row.seq, totals, hint: null, now: Date.now() });
    await this.peopleRoom().planAttempts(life.name(), 1 + retries.count);
  }
}
