import { Button } from '../../components/button.tsx';
import { Field } from '../../components/form/field.tsx';
import { Notice } from '../../components/status/notice.tsx';
import type { OptionsState } from './create-options.ts';
import { WORKER_KINDS } from '../../storage/settings.ts';
import { parseInviteLink } from '../../api/parse-worker-address.ts';
import { words } from '../../words/words.ts';
import { connectionFaultSentence } from './connection-fault-sentence.ts';
import { TokenInput } from './token-input.tsx';

/** A Worker's address, your token, its name, and whether it calls real people. */
export function WorkerForm({ options }: { options: OptionsState }) {
  const fault = options.fault.value;
  const { address, token, label, kind } = options.typed.value;
  const isInvite = parseInviteLink(address) !== null;
  const errorAt = (place: 'address' | 'token') => (fault?.at === place ? connectionFaultSentence(fault) : null);
  return (
    <form
      class="card fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void options.save();
      }}
    >
      <Field label={words.options.address} hint={words.options.addressHint} error={errorAt('address')}>
        {(attributes) => (
          <input
            {...attributes}
            class="input"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            value={address}
            onInput={(event) => options.type({ address: event.currentTarget.value })}
          />
        )}
      </Field>
      {isInvite ? (
        <p class="small soft" role="status">
          {words.options.inviteNote}
        </p>
      ) : (
        <Field label={words.options.token} hint={words.options.tokenHint} error={errorAt('token')}>
          {(attributes) => (
            <TokenInput attributes={attributes} value={token} onInput={(next) => options.type({ token: next })} />
          )}
        </Field>
      )}
      <Field label={words.options.label} hint={words.options.labelHint}>
        {(attributes) => (
          <input
            {...attributes}
            class="input"
            autocomplete="off"
            maxLength={40}
            value={label}
            onInput={(event) => options.type({ label: event.currentTarget.value })}
          />
        )}
      </Field>
      <fieldset class="options-kinds">
        <legend>{words.options.kind}</legend>
        {WORKER_KINDS.map((each) => (
          <label key={each} class="options-kind">
            <input
              type="radio"
              name="kind"
              value={each}
              checked={kind === each}
              onChange={() => options.type({ kind: each })}
            />
            <span>
              <strong>{words.options.kinds[each]}</strong> <span class="soft">{words.options.kindNotes[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="row">
        <Button type="submit" look="primary" busy={options.testing.value}>
          {options.testing.value ? words.options.testing : isInvite ? words.options.join : words.options.save}
        </Button>
      </div>
      {fault && fault.at !== 'address' && fault.at !== 'token' ? (
        <Notice tone="danger" alert>
          {connectionFaultSentence(fault)}
        </Notice>
      ) : null}
    </form>
  );
}
