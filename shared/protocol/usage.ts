import { z } from 'zod';

const count = z.int().min(0);
const instant = z.iso.datetime({ offset: true });

/** By the moment an import was started; `from` inclusive, `to` exclusive; the last 30 days if left out. */
export const usageQuerySchema = z.object({ from: instant.optional(), to: instant.optional() });

const usedSchema = z.object({
  name: z.string().describe('Who started the imports'),
  imports: count,
  people: count.describe('Called or written to at least once'),
  calls: count,
  messages: count,
  seconds: count.describe('Talked, as far as Exotel says'),
  pulses: count.describe('Every call rounded up to whole pulses, as they were set when it was counted'),
  spent: z.number().min(0).nullable().describe('Pulses at the price in settings, in rupees; null where none is set'),
});

/** What each person's imports called and used. A campaign counts once it is over and its call details are read. */
export const usageSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    items: z.array(usedSchema),
    open: count.describe('Campaigns started in this time that are not counted yet'),
    asOf: z.string(),
  })
  .meta({ id: 'Usage' });
export type Usage = z.infer<typeof usageSchema>;
