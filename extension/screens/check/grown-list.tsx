import { useId } from 'preact/hooks';
import { leftOutBy } from '../../../shared/people/screen-file.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { useMoment } from '../../components/use-moment.ts';
import type { ImportDraft } from '../../state/draft/create-import-draft.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import './grown-list.css';

/** More imports are counted, not named. */
const IMPORTS_SHOWN = 5;

interface Props {
  kept: KeptImport;
  screening: ImportDraft['screening'];
  channel: Channel;
}

/** A report that has grown: the choice between everybody of it, and those its template has not called lately. */
export function GrownList({ kept, screening, channel }: Props) {
  const { actions } = useApp();
  const when = useMoment();
  const id = useId();
  const { value } = screening;
  if (value.state !== 'screened' || value.hits.already === 0) return null;
  const { hits, asked } = value;
  const { grown } = words.check;
  const earlier = leftOutBy(hits.onlyAlready());
  const others = earlier.slice(IMPORTS_SHOWN).reduce((sum, { people }) => sum + people, 0);
  const choices = [
    [
      false,
      grown.everybody(asked - (kept.override === null ? hits.byRules() : hits.listed()).people, channel),
      grown.everybodyHint[channel],
    ],
    [true, grown.onlyNew(asked - hits.people, channel), grown.onlyNewHint],
  ] as const;
  return (
    <section class="card stack" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{grown.heading(hits.already, channel)}</h2>
      <ul class="small soft">
        {earlier.slice(0, IMPORTS_SHOWN).map(({ reason, people }) => (
          <li key={JSON.stringify(reason)}>
            {grown.by(people, reason.importName ?? words.shell.none, when(reason.since))}
          </li>
        ))}
        {others > 0 ? <li>{grown.byOthers(others)}</li> : null}
      </ul>
      <fieldset class="stack grown-choice">
        <legend class="visually-hidden">{grown.legend[channel]}</legend>
        {choices.map(([onlyNew, label, hint], at) => (
          <label key={label} class="tick">
            <input
              type="radio"
              name={id}
              checked={onlyNew === (kept.onlyNew === true)}
              aria-describedby={`${id}-${at}`}
              onChange={() => void actions.change(kept.id, { onlyNew, ...(onlyNew && { override: null }) })}
            />
            <span>
              {label}
              <span class="field-hint" id={`${id}-${at}`}>
                {hint}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="small soft">{words.check.leftOut.asOf(when(value.asOf))}</p>
    </section>
  );
}
