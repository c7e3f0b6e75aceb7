import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../components/app-context.ts';
import { words } from '../../words/words.ts';
import './drop-anywhere.css';

/** Takes in a file wherever it is dropped; otherwise the browser would open it in a tab. */
export function DropAnywhere() {
  const { connection, dropped, go, route } = useApp();
  const over = useSignal(false);
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      over.value = true;
    };
    const leave = (event: DragEvent) => {
      // Moving from one element to another does not leave the page.
      if (event.relatedTarget === null) over.value = false;
    };
    const drop = (event: DragEvent) => {
      over.value = false;
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      // A form with unsaved text is not left for a file.
      if (!connection.settings.value || route.value.screen === 'template') return;
      dropped.value = [...(event.dataTransfer?.files ?? [])];
      if (route.value.screen !== 'step' || route.value.step !== 'file') go({ screen: 'home' });
    };
    document.addEventListener('dragover', hold);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', hold);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return over.value ? <p class="drop-anywhere">{words.file.dropNow}</p> : null;
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
