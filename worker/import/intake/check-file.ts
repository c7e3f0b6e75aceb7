import { createContactCheck, type CheckSettings, type CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import { fileFaultSentence, type FileFault } from '../../../shared/contacts/file-fault.ts';
import { ISSUES_PER_CHUNK, MAX_NUMBERS_PER_CAMPAIGN } from '../../../shared/limits.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { RowVerdicts } from '../../../shared/contacts/cells/row-verdicts.ts';
import { createNumbersFingerprint } from '../record/numbers-fingerprint.ts';
import { contactNumbers, markedNumbers } from '../record/stored-numbers.ts';
import { statusHeading } from '../../../shared/contacts/cells/status-mark.ts';
import { screenOf } from '../../../shared/people/screen-file.ts';
import { storeSkips } from '../record/stored-skips.ts';
import { sortedOnce } from '../../../shared/people/packed-numbers.ts';
import { readParts, sampleFile } from '../record/stored-file.ts';
import type { Fault } from '../../errors.ts';
import type { RowIssue } from '../../../shared/contacts/issue.ts';
import type { ScreenHits } from '../../../shared/people/screen-answer.ts';
import type { ImportStore } from '../record/import-store.ts';
import type { Marks } from '../../../shared/people/marked-numbers.ts';

type Checked = CheckSummary & { readonly sha256: string; readonly numbersHash: string };

/**
 * Checks the stored file and stores the result under `generation`, in chunks: a row per chunk, never a row per contact.
 * An earlier check is not touched, so a check that fails or dies leaves the last good one in force. `screen` gets the
 * numbers found (ascending, each once) with their statuses; if any of them must not be called, or a row further down
 * says so, the file is read again without them.
 */
export async function checkFile(
  store: ImportStore,
  settings: CheckSettings,
  generation: number,
  screen: (numbers: Float64Array, marked: () => Marks | null) => Promise<ScreenHits>,
): Promise<Result<Checked, Fault>> {
  const verdicts = new RowVerdicts();
  const checked = await readWhole(store, { ...settings, verdicts }, generation);
  if (!checked.ok) return checked;
  const { rows, shape } = checked.value;
  const hits = await screen(sortedOnce(contactNumbers(store, generation, 0, rows.accepted)), () => {
    const marked = markedNumbers(store, generation, rows.accepted);
    return marked === null ? null : { heading: statusHeading(shape), marks: marked.marks };
  });
  const { notToCall, calledBefore } = checked.value;
  const isFinal = hits.suppressed.length + hits.calledRecently.length + calledBefore.length === 0;
  const leftOut = { screen: screenOf(hits), asked: calledBefore, known: verdicts };
  const again = isFinal ? checked : await readWhole(store, { ...settings, ...leftOut }, generation);
  if (!again.ok) return again;
  storeSkips(store, generation, hits, notToCall);
  // Hashes all numbers of the file: whether these people were launched before must not depend on who is left out today.
  return ok({ ...again.value, numbersHash: checked.value.numbersHash });
}

async function readWhole(
  store: ImportStore,
  settings: CheckSettings,
  generation: number,
): Promise<Result<Checked, Fault>> {
  store.clearCheck(generation);
  const numbers = new Float64Array(MAX_NUMBERS_PER_CAMPAIGN);
  const fingerprint = createNumbersFingerprint();
  const marks = new Uint32Array(MAX_NUMBERS_PER_CAMPAIGN);
  let held = 0;
  let numberChunks = 0;
  let issues: RowIssue[] = [];
  let issueChunks = 0;

  function flushNumbers(): void {
    // A mark of 0 means that no column gives a status.
    const marked = marks[0] === 0 ? null : marks.subarray(0, held);
    if (held > 0) store.addNumbers(generation, numberChunks++, numbers.subarray(0, held), marked);
    held = 0;
  }
  function flushIssues(): void {
    if (issues.length > 0) store.addIssues(generation, issueChunks++, issues);
    issues = [];
  }

  const check = createContactCheck(
    { ...settings, sample: sampleFile(store) },
    {
      accepted: (number, _line, row) => {
        fingerprint.add(number);
        marks[held] = row.status();
        numbers[held++] = number;
        if (held === numbers.length) flushNumbers();
      },
      issue: (issue) => {
        issues.push(issue);
        if (issues.length === ISSUES_PER_CHUNK) flushIssues();
      },
    },
  );

  const digest = new crypto.DigestStream('SHA-256');
  const writer = digest.getWriter();
  for (const part of readParts(store)) {
    const pushed = check.push(part);
    if (!pushed.ok) return refuse(pushed.error);
    await writer.write(part);
  }
  await writer.close();
  const summary = check.finish();
  if (!summary.ok) return refuse(summary.error);
  flushNumbers();
  flushIssues();
  // A person who is called twice on purpose is still one person.
  const people = settings.callDuplicates === true ? ofEachOnce(store, generation, summary.value) : fingerprint;
  return ok({ ...summary.value, sha256: toHex(await digest.digest), numbersHash: people.toHex() });

  function refuse(fault: FileFault): Result<never, Fault> {
    store.clearCheck(generation);
    const { code, ...details } = fault;
    return err({ code: 'invalid_file', exact: code, message: fileFaultSentence(fault), details });
  }
}

function ofEachOnce(store: ImportStore, generation: number, { rows }: CheckSummary) {
  const fingerprint = createNumbersFingerprint();
  const numbers = contactNumbers(store, generation, 0, rows.accepted).toSorted();
  for (const [i, number] of numbers.entries()) if (number !== numbers[i - 1]) fingerprint.add(number);
  return fingerprint;
}

export async function sha256Of(body: ReadableStream<Uint8Array>): Promise<string> {
  const digest = new crypto.DigestStream('SHA-256');
  await body.pipeTo(digest);
  return toHex(await digest.digest);
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
