import { useId, useRef } from 'preact/hooks';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { useMoment } from '../../components/use-moment.ts';
import type { ImportDraft } from '../../state/draft/create-import-draft.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { StatusColumn, statusName } from './status-column.tsx';
import './grown-list.css';

/** Further imports are counted, not named. */
const IMPORTS_SHOWN = 5;

interface Props {
  kept: KeptImport;
  draft: ImportDraft;
  channel: Channel;
}

type Screened = Extract<ImportDraft['screening']['value'], { readonly state: 'screened' }>;

/**
 * For a report that has grown, the choice between all its people, only those the template has not called lately, or
 * these plus people whose status has changed. While another column is compared, the last answer stays visible, so that
 * nothing jumps.
 */
export function GrownList({ kept, draft, channel }: Props) {
  const { actions } = useApp();
  const when = useMoment();
  const id = useId();
  const last = useRef<{ readonly of: string; readonly answer: Screened } | null>(null);
  const { value } = draft.screening;
  if (value.state === 'screened') last.current = { of: kept.template.id, answer: value };
  const isAsking = value.state === 'none' || value.state === 'asking';
  const before = isAsking && last.current?.of === kept.template.id ? last.current.answer : null;
  const shown = value.state === 'screened' ? value : before;
  if (shown === null || shown.hits.already === 0) return null;
  const { hits, asked } = shown;
  const { grown } = words.check;
  const status = statusName(draft);
  const earlier = hits.earlier();
  const others = earlier.slice(IMPORTS_SHOWN).reduce((sum, { people }) => sum + people, 0);
  const fresh = asked - hits.people;
  const decide = (onlyNew: boolean, unlessChanged: boolean): void =>
    void actions.change(kept.id, { onlyNew, unlessChanged, ...(onlyNew && { override: null }) });
  const isOnlyNew = kept.onlyNew === true;
  const isUnlessChanged = isOnlyNew && kept.unlessChanged && status !== null;
  const all = asked - (kept.override === null ? hits.byRules() : hits.listed()).people;
  const choices = [
    {
      label: grown.everybody(all, channel),
      hint: grown.everybodyHint[channel],
      isChosen: !isOnlyNew,
      choose: () => decide(false, false),
    },
    ...(status === null
      ? []
      : [
          {
            label: grown.newOrChanged({ fresh, changed: hits.changed, heading: status }, channel),
            hint: grown.newOrChangedHint(status),
            isChosen: isUnlessChanged,
            choose: () => decide(true, true),
          },
        ]),
    {
      label: grown.onlyNew(fresh, channel),
      hint: grown.onlyNewHint[channel],
      isChosen: isOnlyNew && !isUnlessChanged,
      choose: () => decide(true, false),
    },
  ];
  return (
    <section class="card stack" aria-labelledby={`${id}-heading`} aria-busy={isAsking}>
      <h2 id={`${id}-heading`}>{grown.heading(hits.already, channel)}</h2>
      <ul class="small soft">
        {earlier.slice(0, IMPORTS_SHOWN).map(({ reason, people, changed }) => (
          <li key={JSON.stringify(reason)}>
            {grown.by(people, reason.importName ?? words.shell.none, when(reason.since))}
            {changed > 0 && status !== null ? grown.byChanged(changed, status) : null}
          </li>
        ))}
        {others > 0 ? <li>{grown.byOthers(others)}</li> : null}
      </ul>
      <fieldset class="stack grown-choice">
        <legend class="visually-hidden">{grown.legend[channel]}</legend>
        {choices.map(({ label, hint, isChosen, choose }, at) => (
          <label key={label} class="tick">
            <input type="radio" name={id} checked={isChosen} aria-describedby={`${id}-${at}`} onChange={choose} />
            <span>
              {label}
              <span class="field-hint" id={`${id}-${at}`}>
                {hint}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <StatusColumn kept={kept} draft={draft} channel={channel} />
      {status !== null && hits.unknown > 0 ? <p class="small soft">{grown.unknown(hits.unknown, status)}</p> : null}
      <p class="small soft">{words.check.leftOut.asOf(when(shown.asOf))}</p>
    </section>
  );
}
