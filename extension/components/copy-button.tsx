import { useSignal } from '@preact/signals';
import { words } from '../words/words.ts';
import { Button } from './button.tsx';

/** Copies a text to the clipboard and says so. `what` names it for people who do not see what the button belongs to. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const said = useSignal<'copied' | 'refused' | null>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      said.value = 'copied';
    } catch {
      said.value = 'refused';
    }
  }

  return (
    <span class="row">
      <span class="small soft" role="status">
        {said.value === null ? '' : said.value === 'copied' ? words.callbacks.copied : words.callbacks.notCopied}
      </span>
      <Button label={words.callbacks.copyNamed(what)} onClick={() => void copy()}>
        {words.callbacks.copy}
      </Button>
    </span>
  );
}
