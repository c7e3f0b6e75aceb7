import { useSignal } from '@preact/signals';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Mark } from '../../components/mark.tsx';
import { Notice } from '../../components/notice.tsx';
import type { OptionsState } from '../../state/create-options.ts';
import { words } from '../../words/words.ts';
import { ConnectedCard } from './connected-card.tsx';
import { TokenInput } from './token-input.tsx';
import { connectionFaultSentence } from './connection-fault-sentence.ts';
import './options-screen.css';

/** Where the Worker is and who you are; tested before it is believed. */
export function OptionsScreen({ options, openApp }: { options: OptionsState; openApp: () => void }) {
  const forgetting = useSignal(false);
  const fault = options.fault.value;
  const connected = options.connected.value;
  const errorAt = (place: 'address' | 'token') => (fault?.at === place ? connectionFaultSentence(fault) : null);
  return (
    <main class="options">
      <header class="row">
        <Mark />
        <h1>{words.options.title}</h1>
      </header>
      <p class="options-lead">{words.options.lead}</p>
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
              value={options.address.value}
              onInput={(event) => options.type({ address: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={words.options.token} hint={words.options.tokenHint} error={errorAt('token')}>
          {(attributes) => (
            <TokenInput
              attributes={attributes}
              value={options.token.value}
              onInput={(token) => options.type({ token })}
            />
          )}
        </Field>
        <div class="row">
          <Button type="submit" look="primary" busy={options.testing.value}>
            {options.testing.value ? words.options.testing : words.options.save}
          </Button>
          {options.stored.value ? (
            <Button look="quiet" onClick={() => (forgetting.value = true)}>
              {words.options.forget}
            </Button>
          ) : null}
        </div>
        {fault && fault.at !== 'address' && fault.at !== 'token' ? (
          <Notice tone="danger" alert>
            {connectionFaultSentence(fault)}
          </Notice>
        ) : null}
      </form>
      {connected ? <ConnectedCard connected={connected} openApp={openApp} /> : null}
      <section class="stack options-privacy">
        <h2>{words.options.privacyHeading}</h2>
        <ul>
          {words.options.privacy.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      {forgetting.value ? (
        <ConfirmDialog
          danger
          title={words.options.forgetTitle}
          body={words.options.forgetBody}
          confirm={words.options.forgetDo}
          keep={words.shell.cancel}
          onConfirm={() => void options.forget()}
          onClose={() => (forgetting.value = false)}
        />
      ) : null}
    </main>
  );
}
