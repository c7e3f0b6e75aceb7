import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import '../../components/confirm-dialog.css';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { SHORTCUT_KEYS } from '../../state/read-shortcut.ts';
import type { Shortcut } from '../../state/read-shortcut.ts';
import { words } from '../../words/words.ts';
import './shortcuts-dialog.css';

const ORDER: readonly Shortcut[] = ['new_import', 'search', 'home', 'history', 'campaigns', 'templates', 'help'];

/** All keyboard shortcuts, and a switch that turns them off. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { keysOff, popupKey, switchKeys } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const opens = useSignal('');
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
    void popupKey().then((key) => (opens.value = key));
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{words.shortcuts.title}</h2>
      <dl class="shortcuts">
        {ORDER.map((shortcut) => (
          <div key={shortcut} class={keysOff.value ? 'shortcuts-off' : undefined}>
            <dt>{words.shortcuts.does[shortcut]}</dt>
            <dd>
              <Keys keys={SHORTCUT_KEYS[shortcut].split(' ')} />
            </dd>
          </div>
        ))}
        {opens.value === '' ? null : (
          <div>
            <dt>
              {words.shortcuts.opens}
              <span class="field-hint shortcuts-note">{words.shortcuts.browserNote}</span>
            </dt>
            <dd>
              <kbd>{opens.value}</kbd>
            </dd>
          </div>
        )}
      </dl>
      <Checkbox
        label={words.shortcuts.on}
        hint={words.shortcuts.onHint}
        checked={!keysOff.value}
        onChange={(on) => void switchKeys(!on)}
      />
      <div class="row dialog-buttons">
        <Button look="primary" onClick={() => dialog.current?.close()}>
          {words.shortcuts.close}
        </Button>
      </div>
    </dialog>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <>
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 ? <span class="small soft"> {words.shortcuts.andThen} </span> : null}
          <kbd>{key}</kbd>
        </span>
      ))}
    </>
  );
}
