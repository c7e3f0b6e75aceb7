import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { Outcome } from '../../../../shared/protocol/outcomes.ts';
import { Button } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/form/checkbox.tsx';
import { Select } from '../../../components/form/select.tsx';
import { outcomeWord } from '../../../components/status/outcome-parts.ts';
import { usualLayout } from '../../../files/crm-layout.ts';
import type { CrmLayout } from '../../../files/crm-layout.ts';
import { OUTCOMES_IN_ORDER } from '../../../state/outcome-totals.ts';
import { createCrmLayouts } from '../../../storage/crm-layouts.ts';
import { words } from '../../../words/words.ts';
import { CrmFields } from './crm-fields.tsx';
import '../../../components/confirm-dialog.css';

type Format = 'xlsx' | 'csv' | 'crm';

export interface Wanted {
  readonly format: Format;
  /** Empty for every contact. */
  readonly outcomes: readonly Outcome[];
  /** Used with `crm`. */
  readonly layout: CrmLayout;
}

const layouts = createCrmLayouts(chrome.storage.local);

interface Props {
  view: Import;
  onDownload: (wanted: Wanted) => void;
  onClose: () => void;
}

/** Downloads results with some outcomes, as a spreadsheet file, or in another tool's layout. */
export function DownloadDialog({ view, onDownload, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Keeps what is left out, not what is included, because contacts may get other outcomes while the dialog is open.
  const leftOut = useSignal<readonly Outcome[]>([]);
  const format = useSignal<Format>('xlsx');
  const isTouched = useRef(false);
  const headings = view.shape?.headings ?? [];
  const layout = useSignal(usualLayout(headings));
  useEffect(() => {
    void layouts.read(view.template.id, headings, layout.peek()).then((kept) => {
      if (kept === null || isTouched.current) return;
      layout.value = kept;
      format.value = 'crm';
    });
  }, []);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const there = OUTCOMES_IN_ORDER.filter((outcome) => view.contacts[outcome] > 0);
  const chosen = there.filter((outcome) => !leftOut.value.includes(outcome));
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          dialog.current?.close();
          const outcomes = leftOut.value.length === 0 ? [] : chosen;
          if (format.value === 'crm') void layouts.remember(view.template.id, headings, layout.value);
          onDownload({ format: format.value, outcomes, layout: layout.value });
        }}
      >
        <h2 id={id}>{words.watch.downloadTitle}</h2>
        <div class="outcome-ticks" role="group" aria-label={words.watch.downloadWho}>
          {there.map((outcome) => (
            <Checkbox
              key={outcome}
              label={words.watch.againOutcome(outcomeWord(outcome, view.channel), view.contacts[outcome])}
              checked={chosen.includes(outcome)}
              onChange={(checked) => {
                const others = leftOut.value.filter((one) => one !== outcome);
                leftOut.value = checked ? others : [...others, outcome];
              }}
            />
          ))}
        </div>
        <Select
          label={words.watch.downloadFormat}
          value={format.value}
          options={[
            ['xlsx', words.watch.downloadFormats.xlsx],
            ['csv', words.watch.downloadFormats.csv],
            ...(headings.length === 0 ? [] : [['crm', words.watch.downloadFormats.crm] as const]),
          ]}
          onChange={(picked) => {
            isTouched.current = true;
            format.value = picked;
          }}
        />
        {format.value === 'crm' ? (
          <CrmFields
            headings={headings}
            outcomes={chosen}
            channel={view.channel}
            layout={layout.value}
            onChange={(changed) => (layout.value = changed)}
          />
        ) : null}
        {chosen.length === 0 ? <p role="status">{words.watch.downloadNobody}</p> : null}
        <div class="row dialog-buttons">
          <Button onClick={() => dialog.current?.close()}>{words.shell.cancel}</Button>
          <Button type="submit" look="primary" disabled={chosen.length === 0}>
            {words.watch.downloadDo}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
