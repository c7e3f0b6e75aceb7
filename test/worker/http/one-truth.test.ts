import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exotelCampaignSchema } from '../../../shared/protocol/exotel-campaign.ts';
import { importSummarySchema } from '../../../shared/protocol/import.ts';
import { OUTCOME_WORDS } from '../../../shared/protocol/outcome-words.ts';
import { OUTCOMES, type Outcome, type OutcomeCounts } from '../../../shared/protocol/outcomes.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

/** Two campaigns, on two days at one call a minute. */
const CONTACTS = 800;
/** For people whom Exotel did not call, its totals give two kinds but not who is which, so they stay unaccounted. */
const UNRUNG = [0, 1, 2, 750, 751] as const;

beforeEach(async () => {
  startClock();
  const script = Object.fromEntries(
    UNRUNG.map((at) => [mobile(at), [{ result: at % 2 === 0 ? ('dnd' as const) : ('invalid' as const) }]]),
  );
  await standIn.reset({ script: { script, mix: { completed: 0.6, busy: 0.2, 'no-answer': 0.2 } } });
});
afterEach(reset);

async function textOf(path: string): Promise<string> {
  // Read as bytes, because `text()` would remove the mark at the beginning; this also reads a stream to its end.
  return new TextDecoder().decode(await (await ask(path)).arrayBuffer());
}

function countBy(outcomes: readonly (Outcome | undefined)[]): Partial<Record<Outcome, number>> {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const outcome of outcomes) if (outcome !== undefined) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** The outcomes that at least one contact has. */
function held(counts: OutcomeCounts): Partial<Record<Outcome, number>> {
  return Object.fromEntries(OUTCOMES.flatMap((outcome) => (counts[outcome] > 0 ? [[outcome, counts[outcome]]] : [])));
}

function added(all: readonly OutcomeCounts[]): Partial<Record<Outcome, number>> {
  return countBy(all.flatMap((counts) => OUTCOMES.flatMap((outcome) => Array<Outcome>(counts[outcome]).fill(outcome))));
}

describe('an import of which some people are unaccounted for', () => {
  it('is told in the same numbers by the list, by itself, by its campaigns and by every file of its results', async () => {
    const template = (await makeTemplate({ throttle: 1 })).id;
    const { id } = await importIn(sendFile(contactFile(CONTACTS), { template, launch: 'true' }));
    await driveUntil(id, isLaunched);
    await dialToTheEnd();
    await driveUntil(id, ({ state }) => state === 'finished');

    const view = await getImport(id);
    const told = held(view.contacts);
    expect(told.unaccounted).toBe(UNRUNG.length);
    expect(Object.values(told).reduce((sum, count) => sum + count, 0)).toBe(CONTACTS);

    const { items } = pageSchema(importSummarySchema).parse(await (await ask('/api/imports')).json());
    expect(items.map(({ contacts }) => held(contacts))).toEqual([told]);

    expect(added(view.campaigns.map(({ outcomes }) => outcomes))).toEqual(told);
    for (const { seq, sid } of view.campaigns) {
      const campaign = exotelCampaignSchema.parse(await (await ask(`/api/campaigns/${sid}`)).json());
      expect(campaign.import).toEqual({ id, seq });
    }

    const [, ...rows] = (await textOf(`/api/imports/${id}/results.csv`)).trim().split('\r\n');
    const outcomeOf = new Map(OUTCOMES.map((outcome) => [OUTCOME_WORDS.voice[outcome], outcome]));
    expect(countBy(rows.map((row) => outcomeOf.get(row.split(',')[2] ?? '')))).toEqual(told);

    const lines = (await textOf(`/api/imports/${id}/results.ndjson`)).trim().split('\n');
    const lineSchema = z.object({ outcome: z.enum(OUTCOMES) });
    expect(countBy(lines.map((line) => lineSchema.parse(JSON.parse(line)).outcome))).toEqual(told);

    const [, ...unknown] = (await textOf(`/api/imports/${id}/results.csv?outcome=unaccounted`)).trim().split('\r\n');
    expect(unknown.map((row) => row.split(',')[1])).toEqual(UNRUNG.map(mobile));
  });
});
