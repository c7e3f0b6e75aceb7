import type { TestCall } from '../../../../shared/people/test-call.ts';
import type { PreviewRow } from '../../../checking/check-messages.ts';

/**
 * A test call with exactly the text that the preview shows: only the values used in the text are sent, whatever columns
 * they came from.
 */
export function askedCall(
  template: string,
  name: string,
  number: string,
  row: Pick<PreviewRow, 'parts'> | null,
): TestCall {
  const said = new Map(
    (row?.parts ?? []).flatMap((part) => (part.kind === 'variable' ? [[part.name, part.value]] : [])),
  );
  const about = { template, name, number };
  if (said.size === 0) return about;
  const headings = [...said.keys()];
  const variables = Object.fromEntries(headings.map((heading, place) => [heading, place + 1]));
  return { ...about, headings, row: [...said.values()], columns: { variables } };
}
