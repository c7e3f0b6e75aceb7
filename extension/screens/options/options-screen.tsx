import { useSignal } from '@preact/signals';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { NotKeptNotice } from '../../components/status/not-kept-notice.tsx';
import { Mark } from '../../components/mark.tsx';
import type { OptionsState } from './create-options.ts';
import type { SavedWorker } from '../../storage/settings.ts';
import type { LanguageChoice } from '../../words/language.ts';
import { words } from '../../words/words.ts';
import { ConnectedCard } from './connected-card.tsx';
import { LanguageSelect } from './language-select.tsx';
import { WorkerForm } from './worker-form.tsx';
import { WorkerList } from './worker-list.tsx';
import './options-screen.css';

interface Props {
  options: OptionsState;
  language: LanguageChoice;
  onLanguage: (choice: LanguageChoice) => Promise<void>;
  openApp: () => void;
}

/** Where the Worker is and who you are; both are tested before they are stored. */
export function OptionsScreen({ options, language, onLanguage, openApp }: Props) {
  const forgetting = useSignal<SavedWorker | null>(null);
  const { workers } = options.saved.value;
  const connected = options.connected.value;
  return (
    <main class="options">
      <header class="row">
        <Mark />
        <h1>{words.options.title}</h1>
      </header>
      <p class="options-lead">{words.options.lead}</p>
      <NotKeptNotice why={options.notKept.value} />
      {workers.length > 0 ? <WorkerList options={options} onForget={(worker) => (forgetting.value = worker)} /> : null}
      {options.open.value ? <WorkerForm options={options} /> : null}
      {connected ? <ConnectedCard connected={connected} openApp={openApp} /> : null}
      <LanguageSelect choice={language} onChoose={(choice) => void options.keeping(() => onLanguage(choice))} />
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
          title={words.options.forgetTitle(forgetting.value.label)}
          body={words.options.forgetBody}
          confirm={words.options.forgetDo}
          keep={words.shell.cancel}
          onConfirm={() => {
            if (forgetting.value) void options.forget(forgetting.value);
          }}
          onClose={() => (forgetting.value = null)}
        />
      ) : null}
    </main>
  );
}
