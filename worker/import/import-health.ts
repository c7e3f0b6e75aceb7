import { BRAKE_KNOWN_SECONDS, HEALTH_LOOK_SECONDS } from '../../shared/people-limits.ts';
import { noteBySystem } from '../team/note-by-system.ts';
import { ImportForgetting } from './import-forgetting.ts';
import { untilEnded, type ImportLife } from './import-life.ts';
import { steerImport } from './intake/launch-import.ts';
import { ok } from '../../shared/result.ts';
import { toSummary } from './record/import-view.ts';
import { isCalling, noteHealth } from './record/watch-health.ts';
import type { Settings } from '../../shared/protocol/settings.ts';

/** The brake that nobody presses: an import whose calls end badly is paused, and says why. */
export abstract class ImportHealth extends ImportForgetting {
  private judgedAt = 0;
  private brake: { readonly lines: Settings['brake']; readonly askedAt: number } | null = null;

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    await super.alarm(info);
    const { life } = this;
    // Where no callback comes, call details alone say how calls end.
    await untilEnded(async () => ok(await this.brakeWhereIll(life)));
  }

  protected async brakeWhereIll(life: ImportLife): Promise<void> {
    const { session } = life;
    const now = Date.now();
    if (now - this.judgedAt < HEALTH_LOOK_SECONDS * 1000 || !isCalling(session)) return;
    this.judgedAt = now;
    const lines = await this.brakeLines(now);
    const braked = noteHealth(session, lines, Date.now());
    if (braked === null) return;
    await this.begin(life, steerImport(session, 'pause'));
    const record = session.record();
    if (record === null) return;
    const { figure, percent, limit } = braked;
    await noteBySystem(this.env, 'import.paused', toSummary(session.view(record)), { figure, percent, limit });
  }

  private async brakeLines(now: number): Promise<Settings['brake']> {
    if (this.brake === null || now - this.brake.askedAt >= BRAKE_KNOWN_SECONDS * 1000) {
      const { brake: lines } = await this.peopleRoom().settings();
      this.brake = { lines, askedAt: now };
    }
    return this.brake.lines;
  }
}
