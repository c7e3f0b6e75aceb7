import type { ComponentChildren } from 'preact';
import { Icon } from '../icon.tsx';
import './notice.css';

interface Props {
  tone: 'danger' | 'warn' | 'good' | 'neutral';
  title?: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
  /** Read out at once, as the answer to something the person just did. */
  alert?: boolean;
}

/** What happened and what to do, shown where it matters. */
export function Notice({ tone, title, children, action, alert }: Props) {
  return (
    <div class={`notice notice-${tone}`} role={alert ? 'alert' : undefined}>
      <Icon name={tone === 'good' ? 'tick' : 'alert'} />
      <div class="notice-words">
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
        {action ? <div class="row notice-action">{action}</div> : null}
      </div>
    </div>
  );
}
