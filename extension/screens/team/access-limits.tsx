import { useApp } from '../../components/app-context.ts';
import { Select } from '../../components/form/select.tsx';
import { MomentField } from '../../components/form/moment-field.tsx';
import { fromLocalTime } from '../../state/local-time.ts';
import { known } from '../../state/loadable.ts';
import { words } from '../../words/words.ts';
import './team.css';

/** Limits of an access; '' means every template, and no end. */
export interface AccessLimits {
  readonly template: string;
  /** As typed, in the account's zone. */
  readonly ends: string;
}
export const NO_LIMITS: AccessLimits = { template: '', ends: '' };

/** Whether the typed end, if any, is in the future. */
export function isAhead(ends: string, timeZone: string, now: number): boolean {
  if (ends === '') return true;
  const at = fromLocalTime(ends, timeZone);
  return at !== null && Date.parse(at) > now;
}

/** One template only, and an end; behind a press, because they are rarely needed. */
export function AccessLimitFields({
  value,
  isOver,
  onChange,
}: {
  value: AccessLimits;
  isOver: boolean;
  onChange: (value: AccessLimits) => void;
}) {
  const { templates } = useApp();
  const listed = known(templates.loadable.value)?.items ?? [];
  const options = [['', words.team.anyTemplate] as const, ...listed.map(({ id, name }) => [id, name] as const)];
  return (
    <details>
      <summary>{words.team.limits}</summary>
      <div class="fields access-limits">
        <Select
          label={words.team.template}
          hint={words.team.templateHint}
          value={value.template}
          options={options}
          onChange={(template) => onChange({ ...value, template })}
        />
        <MomentField
          label={words.team.ends}
          hint={words.team.endsHint}
          error={isOver ? words.team.endsOver : null}
          value={value.ends}
          usual="18:00"
          onChange={(ends) => onChange({ ...value, ends })}
        />
      </div>
    </details>
  );
}
