import type { Channel } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Select } from '../../components/form/select.tsx';
import type { ImportDraft } from '../../state/draft/create-import-draft.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { chooseColumns } from '../columns/choose-columns.ts';

interface Props {
  kept: KeptImport;
  draft: ImportDraft;
  channel: Channel;
}

/** The heading of the column that says how far people are; null if none is used. */
export function statusName({ map, columns }: Pick<ImportDraft, 'map' | 'columns'>): string | null {
  const status = map.value?.status ?? null;
  const { value } = columns;
  return value.state === 'read' && status !== null ? (value.columns.headings[status] ?? null) : null;
}

/** Which column counts somebody as changed when it changes: suggested by its heading, and chosen by a person. */
export function StatusColumn({ kept, draft, channel }: Props) {
  const choose = chooseColumns(useApp(), kept.id);
  const { grown } = words.check;
  const map = draft.map.value;
  const { value } = draft.columns;
  if (map === null || value.state !== 'read' || !map.header) return null;
  const taken = new Set([map.number.column, ...map.more]);
  const named = value.columns.headings.flatMap((heading, column) =>
    taken.has(column) ? [] : [[String(column + 1), heading] as const],
  );
  return (
    <Select
      label={grown.column[channel]}
      value={map.status === null ? '' : String(map.status + 1)}
      options={[['', grown.noColumn], ...named]}
      onChange={(picked) => choose({ status: picked === '' ? null : Number(picked) })}
    />
  );
}
