import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { Outcome } from '../../../../shared/protocol/outcomes.ts';
import { Button } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { outcomeWord } from '../../../components/outcome-parts.ts';
import { Select } from '../../../components/select.tsx';
import { OUTCOMES_IN_ORDER } from '../../../state/outcome-totals.ts';
import { words } from '../../../words/words.ts';

type Format = 'xlsx' | 'csv';

interface Wanted {
  readonly format: Format;
  /** None for every contact. */
  readonly outcomes: readonly Outcome[];
}

interface Props {
  view: Import;
  onDownload: (wanted: Wanted) => void;
  onClose: () => void;
}

/** Results of some outcomes, in the format one's spreadsheet likes best. */
export function DownloadDialog({ view, onDownload, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const there = OUTCOMES_IN_ORDER.filter((outcome) => view.contacts[outcome] > 0);
  const ticked = useSignal<readonly Outcome[]>(there);
  const format = useSignal<Format>('xlsx');
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const isAll = ticked.value.length === there.length;
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          dialog.current?.close();
          onDownload({ format: format.value, outcomes: isAll ? [] : ticked.value });
        }}
      >
        <h2 id={id}>{words.watch.downloadTitle}</h2>
        <div role="group" aria-label={words.watch.downloadWho}>
          {there.map((outcome) => (
            <Checkbox
              key={outcome}
              label={words.watch.againOutcome(outcomeWord(outcome, view.channel), view.contacts[outcome])}
              checked={ticked.value.includes(outcome)}
              onChange={(checked) => {
                const others = ticked.value.filter((one) => one !== outcome);
                ticked.value = checked ? [...others, outcome] : others;
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
          ]}
          onChange={(picked) => (format.value = picked)}
        />
        <div class="row dialog-buttons">
          <Button onClick={() => dialog.current?.close()}>{words.shell.cancel}</Button>
          <Button type="submit" look="primary" disabled={ticked.value.length === 0}>
            {words.watch.downloadDo}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
