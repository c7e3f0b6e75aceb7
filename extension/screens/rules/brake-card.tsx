import { useSignal } from '@preact/signals';
import type { Settings } from '../../../shared/protocol/settings.ts';
import { MAX_BRAKE_CALLS, MAX_BRAKE_MINUTES } from '../../../shared/people-limits.ts';
import { BRAKE_FIGURES, type BrakeFigure } from '../../../shared/people/health-brake.ts';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import { words } from '../../words/words.ts';
import { readPercent, readWhole } from './read-rule.ts';
import { RuleCard, type SaveRules } from './rule-card.tsx';
import { useTyped } from './use-typed.ts';

/** The figures at which an import is paused automatically. */
export function BrakeCard({ brake, save }: { brake: Settings['brake']; save: SaveRules }) {
  const said = words.rules.brake;
  const enabled = useSignal(brake.enabled);
  const typed = useTyped({
    minutes: String(brake.minutes),
    minCalls: String(brake.minCalls),
    connectRate: String(brake.connectRate),
    dndShare: String(brake.dndShare),
    shortShare: String(brake.shortShare),
    deliveryRate: String(brake.deliveryRate),
  });

  function read() {
    const minutes = typed.take('minutes', (text) => readWhole(text, 1, MAX_BRAKE_MINUTES));
    const minCalls = typed.take('minCalls', (text) => readWhole(text, 1, MAX_BRAKE_CALLS));
    const connectRate = typed.take('connectRate', readPercent);
    const dndShare = typed.take('dndShare', readPercent);
    const shortShare = typed.take('shortShare', readPercent);
    const deliveryRate = typed.take('deliveryRate', readPercent);
    if (minutes === undefined || minCalls === undefined) return null;
    if (connectRate === undefined || dndShare === undefined) return null;
    if (shortShare === undefined || deliveryRate === undefined) return null;
    return { brake: { enabled: enabled.value, minutes, minCalls, connectRate, dndShare, shortShare, deliveryRate } };
  }
  const field = (name: 'minutes' | 'minCalls' | BrakeFigure, label: string, wrong: string) => (
    <TextInput
      key={name}
      label={label}
      error={typed.faultOf(name) === null ? null : wrong}
      inputMode="numeric"
      value={typed.texts[name]}
      onInput={(text) => typed.type(name, text)}
    />
  );
  return (
    <RuleCard
      id="brake"
      heading={said.heading}
      lead={said.lead}
      read={read}
      save={save}
      typed={`${enabled.value} ${typed.key}`}
    >
      <Checkbox label={said.enabled} checked={enabled.value} onChange={(isOn) => (enabled.value = isOn)} />
      <div class="fields-row">
        {BRAKE_FIGURES.map((figure) => field(figure, said.figures[figure], words.rules.percentWrong))}
      </div>
      <div class="fields-row">
        {field('minutes', said.minutes, words.rules.wholeWrong(MAX_BRAKE_MINUTES))}
        {field('minCalls', said.minCalls, words.rules.wholeWrong(MAX_BRAKE_CALLS))}
      </div>
    </RuleCard>
  );
}
