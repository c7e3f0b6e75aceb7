import { useSignal } from '@preact/signals';
import type { ExoPhone } from '../../../shared/protocol/exotel-campaign.ts';
import { known } from '../../state/loadable.ts';
import { words } from '../../words/words.ts';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';
import { useAnswer } from '../use-answer.ts';

interface Props {
  value: string;
  error: string | null;
  onChange: (value: string) => void;
  onBlur: () => void;
}

const OTHER = 'other';

/** The number that calls come from: chosen from the account's numbers, or typed if Exotel does not list them. */
export function CallerIdField({ value, error, onChange, onBlur }: Props) {
  const answer = useAnswer('', (client) => client.exoPhones());
  const other = useSignal(false);
  const { callerId } = words;
  const page = known(answer.loadable);
  const phones = (page?.items ?? []).filter(({ voice }) => voice);
  const typed = { value, error, inputMode: 'tel', onInput: onChange, onBlur } as const;
  if (answer.loadable.state === 'loading') {
    // Nothing can be typed yet, because it would be lost when the list arrives.
    return <Select label={callerId.label} disabled value="" options={[['', callerId.asking]]} onChange={() => {}} />;
  }
  if (phones.length === 0)
    return (
      <TextInput
        {...typed}
        label={callerId.label}
        hint={page?.reason === 'forbidden' ? callerId.forbiddenHint : callerId.plainHint}
      />
    );

  const current = phones.find((phone) => phone.callerId === value || phone.number === value);
  const typing = other.value || (current === undefined && value !== '');
  return (
    <>
      <Select
        label={callerId.label}
        hint={callerId.pickHint}
        error={typing ? null : error}
        value={typing ? OTHER : (current?.sid ?? '')}
        options={[
          ...(typing || current ? [] : [['', callerId.choose] as const]),
          ...phones.map((phone) => [phone.sid, labelOf(phone)] as const),
          [OTHER, callerId.other],
        ]}
        onChange={(sid) => {
          other.value = sid === OTHER;
          onChange(phones.find((phone) => phone.sid === sid)?.callerId ?? '');
        }}
      />
      {typing ? <TextInput {...typed} label={callerId.otherLabel} hint={callerId.otherHint} /> : null}
    </>
  );
}

function labelOf({ callerId, name }: ExoPhone): string {
  return name === '' || name === callerId ? callerId : `${callerId} · ${name}`;
}
