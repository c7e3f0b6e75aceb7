import {
  addHealth,
  judgeHealth,
  NO_HEALTH,
  withSample,
  type Braked,
  type HealthSample,
} from '../../../shared/people/health-brake.ts';
import type { Settings } from '../../../shared/protocol/settings.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportSession } from './import-session.ts';

/** How the calls of all its campaigns ended, as far as reported. */
export function healthNow(rows: readonly CampaignRow[], at: number): HealthSample {
  return { ...rows.reduce((sum, { health }) => addHealth(sum, health), NO_HEALTH), at };
}

/** Whether there is a campaign that the brake could stop. */
export function isCalling(session: ImportSession): boolean {
  const record = session.record();
  if (record === null || record.launchedAt === null || record.target !== 'run') return false;
  return session.rows().some((row) => !row.closed);
}

/** Notes how calls end. Answers the figure that has just crossed its limit; it is kept until a person resumes. */
export function noteHealth(session: ImportSession, brake: Settings['brake'], at: number): Braked | null {
  const record = session.record();
  if (record === null || !isCalling(session)) return null;
  const now = healthNow(session.rows(), at);
  const { samples: before } = record.health;
  const samples = withSample(
    before.length === 0 ? [{ ...NO_HEALTH, at: record.launchedAt ?? at }] : before,
    now,
    brake,
  );
  const braked = judgeHealth(brake, record.template.channel, samples, now);
  if (braked !== null || samples.length !== before.length || samples[0] !== before[0])
    session.put({ ...record, health: { samples, braked } });
  return braked;
}
