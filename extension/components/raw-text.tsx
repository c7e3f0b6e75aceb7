import { CopyButton } from './copy-button.tsx';
import './raw-text.css';

/** A text exactly as a machine wrote it, for reading and copying. */
export function RawText({ label, text }: { label: string; text: string }) {
  return (
    <div class="raw">
      <div class="row">
        <span class="small soft">{label}</span>
        <span class="push">
          <CopyButton text={text} what={label} />
        </span>
      </div>
      <pre class="raw-text" tabindex={0} role="region" aria-label={label}>
        {text}
      </pre>
    </div>
  );
}
