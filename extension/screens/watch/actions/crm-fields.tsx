import type { Outcome } from '../../../../shared/protocol/outcomes.ts';
import type { Channel } from '../../../../shared/template/template-schema.ts';
import { MAX_COLUMNS_OFFERED } from '../../../../shared/extension-limits.ts';
import { Checkbox } from '../../../components/form/checkbox.tsx';
import { Select } from '../../../components/form/select.tsx';
import { TextInput } from '../../../components/form/text-input.tsx';
import { outcomeWord } from '../../../components/status/outcome-parts.ts';
import { columnsOf } from '../../../files/crm-layout.ts';
import type { CrmLayout } from '../../../files/crm-layout.ts';
import { words } from '../../../words/words.ts';

interface Props {
  headings: readonly string[];
  outcomes: readonly Outcome[];
  channel: Channel;
  layout: CrmLayout;
  onChange: (layout: CrmLayout) => void;
}

/** How another tool wants results back: which column first, which columns, and its word for each result. */
export function CrmFields({ headings, outcomes, channel, layout, onChange }: Props) {
  const { crm } = words.watch;
  const offered = headings.slice(0, MAX_COLUMNS_OFFERED);
  const places = offered.map((heading, column): [string, string] => [String(column), heading]);
  const change = (part: Partial<CrmLayout>): void => onChange({ ...layout, ...part });
  const place = (value: string): number | null => (value === '' ? null : Number(value));
  const written = columnsOf(headings, layout);
  return (
    <>
      <Select
        label={crm.first}
        value={layout.first === null ? '' : String(layout.first)}
        options={[['', crm.asInFile], ...places]}
        onChange={(value) => change({ first: place(value) })}
      />
      <details class="crm-columns">
        <summary>{crm.columns(written.length, headings.length)}</summary>
        <div class="outcome-ticks" role="group" aria-label={crm.columnsGroup}>
          {offered.map((heading, column) => (
            // Headings may repeat, so the key is the column's position.
            <Checkbox
              key={column}
              label={heading}
              checked={written.includes(column)}
              onChange={(checked) => {
                const others = layout.leftOut.filter((one) => one !== column);
                change({ leftOut: checked ? others : [...others, column] });
              }}
            />
          ))}
        </div>
      </details>
      <Select
        label={crm.into}
        value={layout.into === null ? '' : String(layout.into)}
        options={[['', crm.newColumn], ...places]}
        onChange={(value) => change({ into: place(value) })}
      />
      {layout.into === null ? (
        <TextInput
          label={crm.heading}
          value={layout.heading}
          placeholder={crm.usualHeading}
          onInput={(heading) => change({ heading })}
        />
      ) : null}
      <fieldset class="stack">
        <legend>{crm.words}</legend>
        <p class="small soft">{layout.into === null ? crm.wordsNoteNew : crm.wordsNote}</p>
        <div class="fields-row">
          {outcomes.map((outcome) => (
            <TextInput
              key={outcome}
              label={outcomeWord(outcome, channel)}
              value={layout.words[outcome] ?? ''}
              placeholder={layout.into === null ? outcomeWord(outcome, channel) : ''}
              onInput={(word) => change({ words: { ...layout.words, [outcome]: word } })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
