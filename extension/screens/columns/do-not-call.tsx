import { markSense } from '../../../shared/columns/do-not-call/mark-headings.ts';
import type { FileColumns } from '../../checking/check-messages.ts';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { Notice } from '../../components/status/notice.tsx';
import type { ColumnMap } from '../../state/draft/map-columns.ts';
import { words } from '../../words/words.ts';
import type { ChooseColumns } from './choose-columns.ts';

const VALUES_SHOWN = 3;

interface Props {
  columns: FileColumns;
  map: ColumnMap;
  /** Columns that leave somebody out, by the check. */
  leavingOut: readonly number[];
  onChoose: ChooseColumns;
}

/** Which columns say who must not be called, and why. Remarks that say nothing of the kind are not shown. */
export function DoNotCall({ columns, map, leavingOut, onChoose }: Props) {
  const { headings, header, doNotCall, samples } = columns;
  const found = doNotCall?.columns ?? [];
  const used = map.doNotCall ?? found;
  const isTelling = (column: number): boolean =>
    leavingOut.includes(column) ||
    (header && ['marks', 'may_mark', 'allows', 'may_allow'].includes(markSense(headings[column] ?? ''))) ||
    (map.doNotCall !== null && map.doNotCall.includes(column) !== found.includes(column));
  const shown = [...new Set([...found, ...used])].filter(isTelling).toSorted((left, right) => left - right);
  if (shown.length === 0) return null;
  const unsure = map.doNotCall === null ? (doNotCall?.unsure ?? null) : null;
  return (
    <fieldset class="stack">
      <legend class="field-legend">{words.columns.doNotCallHeading}</legend>
      <p class="small soft">{words.columns.doNotCallNote}</p>
      {shown.map((column) => {
        const values = [...new Set(samples.map((row) => row[column]?.trim() ?? '').filter((value) => value !== ''))];
        return (
          <Checkbox
            key={column}
            label={words.columns.useToo(headings[column] ?? '')}
            hint={values.length === 0 ? words.columns.noSuch : words.columns.such(values.slice(0, VALUES_SHOWN))}
            checked={used.includes(column)}
            onChange={(isUsed) => {
              const next = isUsed ? [...used, column] : used.filter((one) => one !== column);
              onChoose({ doNotCall: next.toSorted((left, right) => left - right).map((one) => one + 1) });
            }}
          />
        );
      })}
      {unsure === null ? null : <Notice tone="warn">{words.columns.doNotCallUnclear(headings[unsure] ?? '')}</Notice>}
    </fieldset>
  );
}
