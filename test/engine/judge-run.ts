import type { EngineWorld } from './engine-world.ts';

/** What an import that has ended did wrong, by the stand-in's ledger; empty when nothing. */
export function wrongsOf(world: EngineWorld): string[] {
  const { control } = world.exotel;
  const summary = control.summary();
  const seen = control.outcomes();
  const excluded = new Set(world.rows().flatMap((row) => row.excluded.map((number) => `+${number}`)));
  const wrongs: string[] = [];
  if (!world.rows().every((row) => row.closed)) wrongs.push(`it ends as ${world.state()}, with campaigns open`);
  if (!['finished', 'stopped'].includes(world.state())) wrongs.push(`it ends as ${world.state()}`);
  for (const number of summary.numbersInSeveralCampaigns) wrongs.push(`${number} is in two campaigns`);
  for (const number of summary.numbersDialledBySeveralCampaigns) wrongs.push(`${number} was dialled by two campaigns`);
  if (summary.counts.dialsOutsideWindow > 0) wrongs.push('calls outside the window');
  for (const [number, outcome] of Object.entries(world.outcomes())) {
    const truth = excluded.has(number) ? 'invalid' : (seen[number]?.outcome ?? 'not_attempted');
    if (outcome !== truth) wrongs.push(`${number} is said to be ${outcome} and is ${truth}`);
  }
  const stoppedAt = world.stoppedAt();
  if (stoppedAt !== null) {
    const late = control.ledger().dials.filter(({ at }) => Date.parse(at) > stoppedAt);
    if (late.length > 0) wrongs.push(`${late.length} calls after it said stopped`);
  }
  return wrongs;
}
