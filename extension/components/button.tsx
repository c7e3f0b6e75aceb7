import type { ComponentChildren } from 'preact';
import './button.css';

interface Props {
  children: ComponentChildren;
  look?: 'primary' | 'plain' | 'quiet' | 'quiet-danger' | 'danger';
  type?: 'button' | 'submit';
  large?: boolean;
  busy?: boolean;
  disabled?: boolean;
  /** What the button does to what, if its text does not say so. */
  label?: string;
  describedBy?: string;
  expanded?: boolean;
  onClick?: () => void;
}

/**
 * A field that loses the focus may show an error, which moves the button away from under the pointer, and the press is
 * lost. So pressing a form's own button leaves the focus where it is.
 */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

export function Button({
  children,
  look = 'plain',
  type = 'button',
  large,
  busy,
  disabled,
  label,
  describedBy,
  expanded,
  onClick,
}: Props) {
  return (
    <button
      type={type}
      class={`button button-${look}${large ? ' button-large' : ''}`}
      disabled={disabled}
      aria-busy={busy}
      aria-disabled={busy}
      aria-label={label}
      aria-describedby={describedBy}
      aria-expanded={expanded}
      onMouseDown={type === 'submit' ? keepFocus : undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <span class="button-spinner" aria-hidden="true" /> : null}
      {children}
    </button>
  );
}
