import { useApp } from '../../components/app-context.ts';
import { Select } from '../../components/form/select.tsx';
import { MomentField } from '../../components/form/moment-field.tsx';
import { fromLocalTime } from '../../state/local-time.ts';
import { known } from '../../state/loadable.ts';
import { words } from '../../words/words.ts';
import './team.css';

/** What an access is limited to: '' is every template, and no end. */
export interface AccessLimits {
  readonly template: string;
  /** As the field holds it: on the clocks of the account's zone. */
  readonly ends: string;
}
export const NO_LIMITS: AccessLimits = { template: '', ends: '' };

/** Whether the end that is typed, if any, is still to come. */
export function isAhead(ends: string, timeZone: string, now: number): boolean {
  if (ends === '') return true;
  const at = fromLocalTime(ends, timeZone);
  return at !== null && Date.parse(at) > now;
}

/** One template only, and an end: rarely wanted, so behind a press. */
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
