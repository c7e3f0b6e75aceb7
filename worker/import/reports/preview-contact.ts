import { createContactCheck, type CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import { ERASED_NUMBER } from '../../../shared/people/left-out.ts';
import { issueSentence } from '../../../shared/contacts/issue-sentences.ts';
import { MAX_ISSUE_VALUE_CHARS, MAX_PREVIEW_COLUMNS } from '../../../shared/limits.ts';
import { toE164 } from '../../../shared/phone/judge-number.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { bindText, fillText, missingVariables, shortenedVariables } from '../../../shared/template/text-variables.ts';
import { templateText } from '../../../shared/template/template-schema.ts';
import { settingsAgain } from '../record/stored-skips.ts';
import { toChoice } from '../record/import-settings.ts';
import { readParts } from '../record/stored-file.ts';
import type { RowIssue } from '../../../shared/contacts/issue.ts';
import type { Preview } from '../../../shared/protocol/import.ts';
import type { Config } from '../../config.ts';
import type { Fault } from '../../errors.ts';
import type { ImportSession } from '../record/import-session.ts';
import type { ImportStore } from '../record/import-store.ts';

type Found =
  | { readonly is: 'called'; readonly line: number; readonly number: number; readonly cells: readonly string[] }
  | { readonly is: 'refused'; readonly issue: RowIssue };

/**
 * What the contact on `line` (as the spreadsheet counts) hears or reads; null means the first contact that is called.
 */
export async function previewPerson(
  session: ImportSession,
  store: ImportStore,
  config: Config,
  line: number | null,
): Promise<Result<Preview, Fault>> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  if (record.check === null) return err({ code: 'not_checked' });
  if (line === null && record.check.rows.accepted === 0) return err({ code: 'nothing_to_call' });
  const { template, columns, check } = record;
  const { headings } = check.shape;
  const found = await findRow(store, { ...settingsAgain(store, config, record), text: null }, line);
  if (found === null) return err({ code: 'line_not_called', details: { line } });
  if (found.is === 'refused') {
    const reason = issueSentence(found.issue, template.channel);
    return err({
      code: 'line_not_called',
      message: `${reason.message} ${reason.fix}`,
      details: { ...found.issue, ...reason },
    });
  }
  const text = templateText(template);
  const bound = bindText(text ?? '', headings, toChoice(columns));
  const parts = bound.ok ? fillText(bound.value, found.cells) : [];
  const missing = bound.ok ? missingVariables(bound.value, found.cells) : [];
  return ok({
    line: found.line,
    number: toE164(found.number),
    channel: template.channel,
    callerId: template.channel === 'voice' ? template.callerId : null,
    text,
    parts,
    missing,
    shortened: bound.ok ? shortenedVariables(bound.value, found.cells) : [],
    row: toRow(headings, found.cells),
  });
}

/**
 * Reads the stored file as the check does, up to that line: which of equal numbers is called depends on all lines
 * before it.
 */
async function findRow(store: ImportStore, settings: CheckSettings, wanted: number | null): Promise<Found | null> {
  const all: Found[] = [];
  const isIt = (line: number): boolean => all.length === 0 && line === (wanted ?? line);
  const check = createContactCheck(settings, {
    accepted: (number, line, row) => {
      if (number !== ERASED_NUMBER && isIt(line)) all.push({ is: 'called', line, number, cells: row.cells() });
    },
    issue: (issue) => {
      if (wanted !== null && isIt(issue.line)) all.push({ is: 'refused', issue });
    },
  });
  for (const part of readParts(store)) {
    if (!check.push(part).ok || all.length > 0) break;
    // Lets other requests, such as a callback or a stop, run in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (all.length === 0) check.finish();
  return all[0] ?? null;
}

/** Repeated headings get their position added; otherwise the second would hide the first. */
function toRow(headings: readonly string[], cells: readonly string[]): Record<string, string> {
  const row = new Map<string, string>();
  for (const [column, heading] of headings.slice(0, MAX_PREVIEW_COLUMNS).entries()) {
    const value = (cells[column] ?? '').slice(0, MAX_ISSUE_VALUE_CHARS).toWellFormed();
    row.set(row.has(heading) ? `${heading} (${column + 1})` : heading, value);
  }
  return Object.fromEntries(row);
}
