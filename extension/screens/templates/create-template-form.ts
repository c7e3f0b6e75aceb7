import type { TemplateIssue } from '../../../shared/template/template-issues.ts';
import { createForm } from '../../state/create-form.ts';
import { toTemplateInput } from '../../state/template-fields.ts';
import type { TemplateFields } from '../../state/template-fields.ts';

/** The settings by the names used in issues, one for each field of the form. */
export type TemplatePath =
  | 'name'
  | 'callerId'
  | 'flow.url'
  | 'flow.text'
  | 'flow.repeatMenu'
  | 'retries.count'
  | 'retries.intervalMinutes'
  | 'retries.on'
  | 'window'
  | 'throttle'
  | 'callDuplicates'
  | 'customField'
  | 'text'
  | 'senderId'
  | 'dltEntityId'
  | 'dltTemplateId';

export type TemplateForm = ReturnType<typeof createTemplateForm>;

/** A template being written, judged as the Worker will judge it. */
export function createTemplateForm(initial: TemplateFields, judge: (input: unknown) => readonly TemplateIssue[]) {
  return createForm<TemplateFields, TemplatePath, TemplateIssue>(initial, (fields) => judge(toTemplateInput(fields)));
}
