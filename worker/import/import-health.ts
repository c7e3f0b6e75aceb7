import { BRAKE_KNOWN_SECONDS, HEALTH_LOOK_SECONDS, HOURS_KNOWN_SECONDS } from '../../shared/people-limits.ts';
import { calendarOf } from '../../shared/people/default-settings.ts';
import { callingHours } from '../../shared/plan/plan-template.ts';
import { liesWithin } from '../../shared/plan/open-hours.ts';
import { requireConfig } from '../config.ts';
import { logEvent } from '../log.ts';
import { noteBySystem } from '../team/note-by-system.ts';
import { ImportForgetting } from './import-forgetting.ts';
import { untilEnded, type ImportLife } from './import-life.ts';
import { steerImport } from './intake/launch-import.ts';
import { ok } from '../../shared/result.ts';
import { accountRules } from './record/import-settings.ts';
import { toSummary } from './record/import-view.ts';
import { keepHours } from './record/keep-hours.ts';
import { isCalling, noteHealth } from './record/watch-health.ts';
import type { StoredSettings } from '../../shared/protocol/settings.ts';

/**
 * What happens without a press: an import whose calls end badly is paused, and campaigns are paused outside calling
 * hours, which Exotel does not know.
 */
export abstract class ImportHealth extends ImportForgetting {
  private judgedAt = 0;
  private rules: { readonly settings: StoredSettings; readonly askedAt: number } | null = null;

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    const { life } = this;
    await this.quietly(() => this.holdToHours(life));
    await super.alarm(info);
    await this.quietly(() => this.holdToHours(life));
    // Without callbacks, only call details say how calls end, so this comes after they were read.
    await this.quietly(() => this.brakeWhereIll(life));
  }

  protected async brakeWhereIll(life: ImportLife): Promise<void> {
    const { session } = life;
    const now = Date.now();
    if (now - this.judgedAt < HEALTH_LOOK_SECONDS * 1000 || !isCalling(session)) return;
    this.judgedAt = now;
    const { brake } = await this.settingsOf(now, BRAKE_KNOWN_SECONDS);
    const braked = noteHealth(session, brake, Date.now());
    if (braked === null) return;
    await this.begin(life, steerImport(session, 'pause'));
    const record = session.record();
    if (record === null) return;
    const { figure, percent, limit } = braked;
    await noteBySystem(this.env, 'import.paused', toSummary(session.view(record)), { figure, percent, limit });
  }

  /**
   * Notes what keeping the hours asks of each campaign. The engine does it, and waits for the same hours before it
   * resumes the campaign.
   */
  private async holdToHours({ session }: ImportLife): Promise<void> {
    const origin = session.record()?.origin;
    const isLeftAlone = origin?.kind === 'campaign' && !origin.keepsHours;
    if (origin === undefined || isLeftAlone || session.rows().every(({ closed }) => closed)) return;
    const calendar = calendarOf(
      await this.settingsOf(Date.now(), origin.kind === 'campaign' ? HOURS_KNOWN_SECONDS : BRAKE_KNOWN_SECONDS),
    );
    const record = session.record();
    if (record === null) return;
    if (JSON.stringify(calendar) !== JSON.stringify(record.calendar)) session.put({ ...record, calendar });
    const hours = callingHours(record.template, accountRules(requireConfig(this.env), calendar));
    for (const row of session.rows()) {
      // Our own campaigns were sent with times inside the hours of that moment, so they need attention only if the
      // hours changed.
      if (origin.kind !== 'campaign' && !row.kept && liesWithin(hours, row)) continue;
      const held = keepHours(row, record.target, hours, Date.now());
      if (held !== row) session.putRow(held);
    }
  }

  /** Takes over the hours as they are now, before phones ring again: they may have changed since the launch. */
  protected async learnHours({ session }: ImportLife): Promise<void> {
    const calendar = await this.peopleRoom().calendar();
    const record = session.record();
    if (record !== null && record.launchedAt !== null) session.put({ ...record, calendar });
  }

  /** The team's settings changed: campaigns that now ring against them are paused at once. */
  async settingsChanged(): Promise<void> {
    this.rules = null;
    if (this.life.session.rows().some(({ closed }) => !closed)) await this.armBy(Date.now());
  }

  private async settingsOf(now: number, knownSeconds: number): Promise<StoredSettings> {
    if (this.rules === null || now - this.rules.askedAt >= knownSeconds * 1000)
      this.rules = { settings: await this.peopleRoom().settings(), askedAt: now };
    return this.rules.settings;
  }

  /** A failure here must not stop the engine's work; the next alarm looks again. */
  private async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await untilEnded(async () => ok(await work()));
    } catch (cause) {
      logEvent('import_not_watched', {}, cause);
    }
  }
}
