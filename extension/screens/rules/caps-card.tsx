import type { Settings } from '../../../shared/protocol/settings.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { MAX_CAP_COUNT, MAX_CAP_HOURS } from '../../../shared/people-limits.ts';
import { TextInput } from '../../components/form/text-input.tsx';
import { words } from '../../words/words.ts';
import { readMost, readWhole, typedOf } from './read-rule.ts';
import { RuleCard, type SaveRules } from './rule-card.tsx';
import { useTyped } from './use-typed.ts';

const CHANNELS: readonly Channel[] = ['voice', 'sms'];
type Part = 'attempts' | 'imports' | 'hours';

/** How often one number may be called, or written to. */
export function CapsCard({ caps, save }: { caps: Settings['caps']; save: SaveRules }) {
  const said = words.rules.caps;
  const typed = useTyped<`${Channel}.${Part}`>({
    'voice.attempts': typedOf(caps.voice.attempts),
    'voice.imports': typedOf(caps.voice.imports),
    'voice.hours': String(caps.voice.hours),
    'sms.attempts': typedOf(caps.sms.attempts),
    'sms.imports': typedOf(caps.sms.imports),
    'sms.hours': String(caps.sms.hours),
  });

  function capOf(channel: Channel) {
    const attempts = typed.take(`${channel}.attempts`, readMost);
    const imports = typed.take(`${channel}.imports`, readMost);
    const hours = typed.take(`${channel}.hours`, (text) => readWhole(text, 1, MAX_CAP_HOURS));
    return attempts === undefined || imports === undefined || hours === undefined ? null : { attempts, imports, hours };
  }
  function read() {
    const voice = capOf('voice');
    const sms = capOf('sms');
    return voice === null || sms === null ? null : { caps: { voice, sms } };
  }
  const field = (channel: Channel, part: Part) => (
    <TextInput
      label={said.parts[channel][part]}
      hint={part === 'hours' ? undefined : said.empty}
      error={
        typed.faultOf(`${channel}.${part}`) === null
          ? null
          : part === 'hours'
            ? words.rules.wholeWrong(MAX_CAP_HOURS)
            : words.rules.mostWrong(MAX_CAP_COUNT)
      }
      inputMode="numeric"
      value={typed.texts[`${channel}.${part}`]}
      onInput={(text) => typed.type(`${channel}.${part}`, text)}
    />
  );
  return (
    <RuleCard id="caps" heading={said.heading} lead={said.lead} read={read} save={save} typed={typed.key}>
      {CHANNELS.map((channel) => (
        <div key={channel} class="fields-row">
          {field(channel, 'attempts')}
          {field(channel, 'imports')}
          {field(channel, 'hours')}
        </div>
      ))}
    </RuleCard>
  );
}
