import type { Settings } from '../../../shared/protocol/settings.ts';
import { MAX_PULSE_SECONDS } from '../../../shared/people-limits.ts';
import { TextInput } from '../../components/form/text-input.tsx';
import { words } from '../../words/words.ts';
import { readRupees, readWhole, typedOf } from './read-rule.ts';
import { RuleCard, type SaveRules } from './rule-card.tsx';
import { useTyped } from './use-typed.ts';

/** Exotel's prices, typed in once. */
export function PricesCard({ prices, save }: { prices: Settings['prices']; save: SaveRules }) {
  const said = words.rules.prices;
  const typed = useTyped({
    pulse: typedOf(prices.pulse),
    pulseSeconds: String(prices.pulseSeconds),
    smsPart: typedOf(prices.smsPart),
  });

  function read() {
    const pulse = typed.take('pulse', readRupees);
    const pulseSeconds = typed.take('pulseSeconds', (text) => readWhole(text, 1, MAX_PULSE_SECONDS));
    const smsPart = typed.take('smsPart', readRupees);
    if (pulse === undefined || pulseSeconds === undefined || smsPart === undefined) return null;
    return { prices: { pulse, pulseSeconds, smsPart } };
  }
  const rupees = (name: 'pulse' | 'smsPart') => (
    <TextInput
      label={said[name]}
      hint={said.empty}
      error={typed.faultOf(name) === null ? null : words.rules.rupeesWrong}
      value={typed.texts[name]}
      onInput={(text) => typed.type(name, text)}
    />
  );
  return (
    <RuleCard id="prices" heading={said.heading} lead={said.lead} read={read} save={save} typed={typed.key}>
      <div class="fields-row">
        {rupees('pulse')}
        <TextInput
          label={said.pulseSeconds}
          error={typed.faultOf('pulseSeconds') === null ? null : words.rules.wholeWrong(MAX_PULSE_SECONDS)}
          inputMode="numeric"
          value={typed.texts.pulseSeconds}
          onInput={(text) => typed.type('pulseSeconds', text)}
        />
        {rupees('smsPart')}
      </div>
    </RuleCard>
  );
}
