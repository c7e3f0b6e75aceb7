import Papa from 'papaparse';
import { z } from 'zod';
import { judgeNumber } from '../../shared/phone/judge-number.ts';
import type { LocalApi } from '../local/local-api.ts';
import type { Control } from '../exotel/control/control.ts';

/** How many lines results.csv has, and those that say something else than the stand-in saw of that number. */
export async function compareResults(
  api: LocalApi,
  control: Control,
  id: string,
): Promise<{ lines: number; different: string[] }> {
  const csv = await api.text(`/api/imports/${id}/results.csv`);
  const parsed = Papa.parse(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  const rows = z.array(z.object({ 'Mobile No.': z.string(), Outcome: z.string() })).parse(parsed.data);
  const seen = control.outcomes();
  const different = rows.flatMap(({ 'Mobile No.': written, Outcome: outcome }) => {
    const number = judgeNumber(written, 'IN');
    // A campaign that was never made, or deleted before it began, called nobody.
    const known = number.ok ? (seen[number.value]?.outcome ?? 'not_attempted') : 'unreadable';
    return known === outcome ? [] : [`${written}: ${outcome}, not ${known}`];
  });
  return { lines: rows.length, different };
}
