import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import './confirm-dialog.css';

interface Props {
  title: string;
  body: string;
  confirm: string;
  keep: string;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone. Escape, and the button that first has the focus, change nothing. */
export function ConfirmDialog({ title, body, confirm, keep, danger, onConfirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onClose={onClose}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-body`}>{body}</p>
      <div class="row dialog-buttons">
        <Button onClick={() => dialog.current?.close()}>{keep}</Button>
        <Button
          look={danger ? 'danger' : 'primary'}
          onClick={() => {
            dialog.current?.close();
            onConfirm();
          }}
        >
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
