// `npm run demo`: the main job without hands, on this machine alone. Exits 0 only if every claim of the proof holds.
import { styleText } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import Papa from 'papaparse';
import { z } from 'zod';
import { createContactCheck } from '../../shared/contacts/check-contacts.ts';
import { suppressionSchema } from '../../shared/people/suppression.ts';
import { toE164 } from '../../shared/phone/judge-number.ts';
import { importSchema, type Import } from '../../shared/protocol/import.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { proveImport, type Claim } from './demo-proof.ts';
import { ensureTemplate } from './demo-template.ts';
import { followImport } from './stack/follow-import.ts';
import { startStack, type LocalStack } from './stack/local-stack.ts';
import { count, progressLines } from './parts/progress-lines.ts';
import { outcomeOfWords } from './outcome-of-words.ts';
import { createRepaintedBlock } from './parts/repainted-block.ts';

const FILE = { accepted: 12_480, duplicate: 70, invalid: 45, blank: 5 };
const NOT_TO_CALL = 12;
/** Virtual seconds in a real one while the stand-in dials: eight hours of calls in eight seconds. */
const SPEED = 3_600;
const TIMEOUT_MS = 300_000;
const SETTLE_MS = 20_000;

function say(text: string): void {
  console.log(`  ${text}`);
}

/** The stand-in's clock runs as ours until every campaign is made, so that the plan's times lie ahead whatever the hour. */
async function hurryOnceLaunched(stack: LocalStack, view: Import): Promise<void> {
  if (view.state !== 'running' || stack.exotel.control.clock().speed === SPEED) return;
  await stack.exotel.control.setClock({ speed: SPEED, skipIdle: true });
}

/** Some of those the file names first, as E.164. */
function notToCall(bytes: Uint8Array): string[] {
  const numbers: string[] = [];
  const check = createContactCheck(
    { country: 'IN' },
    { accepted: (number) => numbers.length < NOT_TO_CALL && numbers.push(toE164(number)), issue: () => {} },
  );
  check.push(bytes);
  check.finish();
  return numbers;
}

async function runImport(stack: LocalStack): Promise<Import> {
  const file = makeContactFile(FILE);
  const bytes = file.bytes();
  say(`Made leads.csv: ${count(file.rows.total)} rows, ${count(Math.round(bytes.length / 1024))} KB.`);
  const template = await ensureTemplate(stack.api);
  for (const number of notToCall(bytes)) await stack.api.post('/api/suppressions', { number }, suppressionSchema);
  say(`Put ${NOT_TO_CALL} of its people on the list of those not to be called.`);
  const query = new URLSearchParams({ template: template.id, name: 'Diwali leads', launch: 'true' });
  const from = performance.now();
  const created = await stack.api.post(`/api/imports?${query}`, bytes, importSchema);
  const took = ((performance.now() - from) / 1000).toFixed(1);
  const { accepted, duplicate, invalid, blank, suppressed } = created.rows;
  say(`Uploaded, checked and planned in ${took} s, as one curl would:`);
  say(
    `${count(accepted)} to call in ${created.campaigns.length} campaigns; ${duplicate} duplicate, ${invalid} invalid, ${blank} blank, ${suppressed} not to be called.`,
  );
  say(`Calling, at ${count(SPEED)} times the speed of life.\n`);
  const block = createRepaintedBlock(process.stdout, Date.now);
  return followImport({
    workerUrl: stack.workerUrl,
    token: stack.token,
    importId: created.id,
    timeoutMs: TIMEOUT_MS,
    until: ({ state }) => ['finished', 'stopped', 'failed', 'needs_attention'].includes(state),
    onChange: (view) => {
      block.show(progressLines(view));
      void hurryOnceLaunched(stack, view);
    },
  });
}

/** Callbacks still on their way when the import finished are waited for, then counted on both sides. */
async function countCallbacks(stack: LocalStack, importId: string): Promise<{ delivered: number; kept: number }> {
  const until = Date.now() + SETTLE_MS;
  for (;;) {
    const delivered = stack.exotel.control
      .ledger()
      .callbacks.filter(({ status }) => typeof status === 'number' && status >= 200 && status < 300).length;
    const lines = (await stack.api.text(`/api/imports/${importId}/callbacks`))
      .split('\n')
      .filter((line) => line !== '');
    if (lines.length >= delivered || Date.now() > until) return { delivered, kept: lines.length };
    await wait(250);
  }
}

async function outcomesInResults(stack: LocalStack, importId: string): Promise<string[]> {
  const text = await stack.api.text(`/api/imports/${importId}/results.csv`);
  const parsed = Papa.parse(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  return z
    .array(z.object({ Outcome: z.string() }))
    .parse(parsed.data)
    .map(({ Outcome }) => outcomeOfWords(Outcome));
}

function claimLine({ claim, holds, figures }: Claim): string {
  const mark = holds ? styleText('green', '✓') : styleText('red', '✗');
  return `${mark} ${claim.padEnd(50)} ${styleText('dim', figures)}`;
}

async function demo(): Promise<boolean> {
  const from = performance.now();
  console.log(
    `\n${styleText('bold', 'Dialsheet')}: a contact file becomes campaigns, without an account and without leaving this machine.\n`,
  );
  const stack = await startStack({ exotel: { skipIdle: false } });
  try {
    say('Started the Worker and a strict stand-in for Exotel.');
    const view = await runImport(stack);
    const claims = proveImport({
      fileRows: makeContactFile(FILE).rows,
      notToCall: notToCall(makeContactFile(FILE).bytes()),
      dialled: new Set(stack.exotel.control.ledger().dials.flatMap(({ number }) => number ?? [])),
      view,
      judge: stack.exotel.control.summary(),
      resultOutcomes: await outcomesInResults(stack, view.id),
      callbacks: await countCallbacks(stack, view.id),
    });
    console.log(
      `\n${styleText('bold', 'Proof')}, from three witnesses: the Worker, the stand-in's own ledger, and what can be downloaded.\n`,
    );
    for (const claim of claims) say(claimLine(claim));
    const proven = claims.every(({ holds }) => holds);
    const seconds = Math.round((performance.now() - from) / 1000);
    console.log(
      `\n${proven ? `Done in ${seconds} s. \`npm start\` lets you do it by hand.` : 'Something above does not add up: the lines marked ✗ say what.'}\n`,
    );
    if (!proven) console.log(stack.worker().log().slice(-4_000));
    return proven;
  } finally {
    await stack.stop();
  }
}

process.exitCode = (await demo().catch((error: unknown) => {
  console.error(`\n${(error instanceof Error ? error.message : String(error)).slice(0, 4_000)}\n`);
  return false;
}))
  ? 0
  : 1;
