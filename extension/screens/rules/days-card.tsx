import { useSignal } from '@preact/signals';
import { WEEKDAYS } from '../../../shared/people/calling-days.ts';
import { MAX_CLOSED_DATES } from '../../../shared/people-limits.ts';
import { parseWindowTimes } from '../../../shared/plan/calling-window.ts';
import type { Settings } from '../../../shared/protocol/settings.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { ClockField } from '../../components/form/clock-field.tsx';
import { Field } from '../../components/form/field.tsx';
import { words } from '../../words/words.ts';
import { formatDate } from '../../words/format-time.ts';
import { RuleCard, type SaveRules } from './rule-card.tsx';
import './rules.css';

/** Hours, weekdays and dates on which nobody is called. */
export function DaysCard({ settings, save }: { settings: Settings; save: SaveRules }) {
  const said = words.rules.days;
  const from = useSignal(settings.window.from);
  const to = useSignal(settings.window.to);
  const weekdays = useSignal(settings.weekdays);
  const closed = useSignal(settings.closedDates);
  const day = useSignal('');
  const hoursWrong = useSignal(false);

  function read() {
    const window = { from: from.value, to: to.value };
    hoursWrong.value = !parseWindowTimes(window).ok;
    if (hoursWrong.value || weekdays.value.length === 0) return null;
    return { window, weekdays: weekdays.value, closedDates: closed.value };
  }
  function close(): void {
    if (day.value !== '') closed.value = [...new Set([...closed.value, day.value])].toSorted();
    day.value = '';
  }
  const typed = JSON.stringify([from.value, to.value, weekdays.value, closed.value]);
  const clock = (label: string, value: typeof from) => (
    <ClockField
      label={label}
      value={value.value}
      wrong={hoursWrong.value}
      onChange={(time) => {
        value.value = time;
        hoursWrong.value = false;
      }}
    />
  );
  return (
    <RuleCard id="days" heading={said.heading} lead={said.lead} read={read} save={save} typed={typed}>
      <div class="field">
        <div class="fields-row">
          {clock(said.from, from)}
          {clock(said.to, to)}
        </div>
        {hoursWrong.value ? <p class="field-error">{said.hoursWrong}</p> : null}
      </div>
      <div role="group" aria-labelledby="weekdays" class="field">
        <span class="field-legend" id="weekdays">
          {said.weekdays}
        </span>
        <div class="ticks">
          {WEEKDAYS.map((one) => (
            <Checkbox
              key={one}
              label={said.names[one]}
              checked={weekdays.value.includes(one)}
              onChange={(isOpen) => {
                weekdays.value = WEEKDAYS.filter((each) => (each === one ? isOpen : weekdays.value.includes(each)));
              }}
            />
          ))}
        </div>
        {weekdays.value.length === 0 ? <p class="field-error">{said.noWeekday}</p> : null}
      </div>
      <div class="row rule-day">
        <Field label={said.closedDay}>
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              type="date"
              value={day.value}
              onInput={({ currentTarget }) => (day.value = currentTarget.value)}
            />
          )}
        </Field>
        <Button disabled={day.value === '' || closed.value.length >= MAX_CLOSED_DATES} onClick={close}>
          {said.add}
        </Button>
      </div>
      {closed.value.length === 0 ? (
        <p class="field-hint">{said.none}</p>
      ) : (
        <ul class="rule-dates" aria-label={said.closed}>
          {closed.value.map((date) => (
            <li key={date} class="row">
              <span>{formatDate(date)}</span>
              <Button
                look="quiet"
                label={said.removeNamed(formatDate(date))}
                onClick={() => {
                  closed.value = closed.value.filter((other) => other !== date);
                }}
              >
                {said.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </RuleCard>
  );
}
