import type { Settings } from '../../../shared/protocol/settings.ts';
import { TextInput } from '../../components/form/text-input.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { formatRupees } from '../../words/format-rupees.ts';
import { words } from '../../words/words.ts';
import { readRupees, typedOf } from './read-rule.ts';
import { RuleCard, type SaveRules } from './rule-card.tsx';
import { unpricedCaps } from './unpriced-caps.ts';
import { useTyped } from './use-typed.ts';

const CAPS = ['import', 'person', 'day'] as const;

/** How much may be spent before a start is refused. */
export function SpendCard({ settings, save }: { settings: Settings; save: SaveRules }) {
  const said = words.rules.spend;
  const { spend, spent } = settings;
  const typed = useTyped({ import: typedOf(spend.import), person: typedOf(spend.person), day: typedOf(spend.day) });
  const unpriced = unpricedCaps(settings);

  function read() {
    const [one, person, day] = CAPS.map((cap) => typed.take(cap, readRupees));
    if (one === undefined || person === undefined || day === undefined) return null;
    return { spend: { import: one, person, day } };
  }
  return (
    <RuleCard id="spend" heading={said.heading} lead={said.lead} read={read} save={save} typed={typed.key}>
      <div class="fields-row">
        {CAPS.map((cap) => (
          <TextInput
            key={cap}
            label={said.caps[cap]}
            hint={words.rules.caps.empty}
            error={typed.faultOf(cap) === null ? null : words.rules.rupeesWrong}
            value={typed.texts[cap]}
            onInput={(text) => typed.type(cap, text)}
          />
        ))}
      </div>
      <p class="small soft">{said.today(formatRupees(spent.day))}</p>
      {unpriced === null ? null : <Notice tone="warn">{said.unpriced[unpriced]}</Notice>}
    </RuleCard>
  );
}
