import { z } from 'zod';
import type { LocalApi } from '../local/stack/local-api.ts';
import type { Control } from '../exotel/control/control.ts';

const rowSchema = z.object({ number: z.string(), outcome: z.string() });

/** How many contacts the results have, and those whose result differs from what the stand-in saw. */
export async function compareResults(
  api: LocalApi,
  control: Control,
  id: string,
): Promise<{ lines: number; different: string[] }> {
  const text = await api.text(`/api/imports/${id}/results.ndjson`);
  const lines = text.split('\n').filter((line) => line !== '');
  const rows = lines.map((line) => rowSchema.parse(JSON.parse(line)));
  const seen = control.outcomes();
  const different = rows.flatMap(({ number, outcome }) => {
    // A campaign that was never made, or deleted before it began, called nobody.
    const known = seen[number]?.outcome ?? 'not_attempted';
    return known === outcome ? [] : [`${number}: ${outcome}, not ${known}`];
  });
  return { lines: rows.length, different };
}
