import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { importSchema } from '../../shared/protocol/import.ts';
import { dollarsAMillion } from '../fixtures/cloudflare-prices.ts';
import { MOST_DOLLARS, MOST_OBJECT_REQUESTS, MOST_ROWS } from '../fixtures/contact-targets.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { ensureTemplate } from '../local/demo-template.ts';
import { projectPath } from '../local/project-root.ts';
import { followImport } from '../local/stack/follow-import.ts';
import { startStack } from '../local/stack/local-stack.ts';
import { IN_THE_MORNING } from '../local/stack/morning-zone.ts';
import type { BenchRow } from './bench-row.ts';

const CONTACTS = 1_200;
/** Of two callbacks per contact. */
const FEWEST_CALLBACKS = 1.97;
/** The Worker and its Exotel run this much faster than real time: twenty minutes of calls take two. */
const SPEED = 10;
const PATIENCE_MS = 600_000;
/** By the fast clock; rarely, because each look is a request of its own. */
const LOOK_MS = 200_000;

const countsSchema = z.object({
  workerRequests: z.number(),
  objectRequests: z.number(),
  rowsRead: z.number(),
  rowsWritten: z.number(),
  kvReads: z.number(),
  kvWrites: z.number(),
  logLines: z.number(),
  byCall: z.record(z.string(), z.number()),
  byStatement: z.record(z.string(), z.number()),
});
type Counts = z.infer<typeof countsSchema>;

/** What a contact costs from the upload of its file to the close of its campaign, at 60 calls a minute and 30 requests to Exotel. */
export async function run(): Promise<readonly BenchRow[]> {
  const alone = await measure(false);
  const watched = await measure(true);
  return [...rowsOf('nobody watching', alone), ...rowsOf('one watching', watched)];
}

interface Measured {
  readonly counts: Counts;
  readonly callbacks: number;
  readonly exotelRequests: number;
}

async function measure(isWatched: boolean): Promise<Measured> {
  const stateDir = await mkdtemp(join(tmpdir(), 'dialsheet-cost-'));
  const config = join(stateDir, 'wrangler.toml');
  const counted = projectPath('test', 'bench', 'counted', 'counted-worker.ts');
  const ours = await readFile(projectPath('wrangler.toml'), 'utf8');
  await writeFile(
    config,
    ours.replace(/^main = .*$/mu, () => `main = ${JSON.stringify(counted)}`),
  );
  const since = Date.now();
  const stack = await startStack({
    config,
    stateDir,
    vars: { ...IN_THE_MORNING, PACE: JSON.stringify({ since, speed: SPEED }) },
    requestsPerMinute: 30,
    exotel: { real: { now: () => since + (Date.now() - since) * SPEED }, skipIdle: false, mix: { completed: 1 } },
  });
  try {
    const { api, workerUrl, token, exotel } = stack;
    const template = await ensureTemplate(api);
    await fetch(`${workerUrl}/_counts/forget`);
    const before = exotel.control.ledger().requests.length;
    const query = new URLSearchParams({ template: template.id, name: 'Bench', launch: 'true' });
    const file = makeContactFile({ accepted: CONTACTS }).bytes();
    const { id } = await api.post(`/api/imports?${query}`, file, importSchema);
    if (isWatched) {
      await followImport({ workerUrl, token, importId: id, until: isFinished, timeoutMs: PATIENCE_MS });
    } else {
      const deadline = AbortSignal.timeout(PATIENCE_MS);
      while (!isFinished(await api.get(`/api/imports/${id}`, importSchema))) {
        if (deadline.aborted) throw new Error('The import did not finish.');
        await wait(LOOK_MS / SPEED);
      }
    }
    const counts = countsSchema.parse(await (await fetch(`${workerUrl}/_counts`)).json());
    const { requests, callbacks } = exotel.control.ledger();
    // On a machine that is too busy, callbacks are lost in fast time, and with them their cost.
    if (callbacks.length < CONTACTS * FEWEST_CALLBACKS)
      throw new Error(`Only ${callbacks.length} callbacks came: measure again on a machine that does less.`);
    return { counts, callbacks: callbacks.length, exotelRequests: requests.length - before };
  } finally {
    await stack.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
}

const isFinished = ({ state }: { readonly state: string }) => state === 'finished';

function rowsOf(who: string, { counts, callbacks, exotelRequests }: Measured): BenchRow[] {
  const each = (amount: number) => amount / CONTACTS;
  const dollars = dollarsAMillion(counts) / CONTACTS;
  const most = (by: Readonly<Record<string, number>>) =>
    Object.entries(by)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 12)
      .map(([name, amount]) => `  ${each(amount).toFixed(3)} ${name}`);
  console.log(
    [
      `${who}, a contact (${each(callbacks).toFixed(2)} callbacks):`,
      ...most(counts.byCall),
      ...most(counts.byStatement),
    ].join('\n'),
  );
  return [
    {
      what: `rows written a contact, ${who}`,
      measured: each(counts.rowsWritten).toFixed(2),
      target: `<= ${MOST_ROWS}`,
      met: each(counts.rowsWritten) <= MOST_ROWS,
    },
    {
      what: `object requests a contact, ${who}`,
      measured: each(counts.objectRequests).toFixed(2),
      target: `<= ${MOST_OBJECT_REQUESTS}`,
      met: each(counts.objectRequests) <= MOST_OBJECT_REQUESTS,
    },
    {
      what: `Cloudflare's list price of 1,000,000 contacts, ${who}`,
      measured: `$${dollars.toFixed(2)}`,
      target: `<= $${MOST_DOLLARS}`,
      met: dollars <= MOST_DOLLARS,
    },
    {
      what: `requests to Exotel for 1,000 contacts, ${who}`,
      measured: String(Math.round(each(exotelRequests) * 1_000)),
      target: 'printed',
      met: true,
    },
  ];
}
