import type { Channel } from '../../../shared/template/template-schema.ts';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { words } from '../../words/words.ts';
import type { Consent } from './use-consent.ts';

interface Props {
  consent: Consent;
  channel: Channel;
  /** The id of the line below the box, for the button that waits for it. */
  noteId: string;
  /** What else keeps the button grey; null if nothing does. */
  held?: string | null;
  /** What the press will do, or why the last one did nothing. */
  note: string;
  /** The last press did nothing. */
  failed?: boolean;
}

/** The box "I am allowed to call these people", and why Start is grey until it is ticked. */
export function ConsentTick({ consent, channel, noteId, held = null, note, failed = false }: Props) {
  const lastTime = consent.asLastTime && !failed ? `${words.check.consentLastTime} ` : '';
  return (
    <div class="step-bar-reason">
      {consent.known ? (
        <Checkbox label={words.check.consent[channel]} checked={consent.given} onChange={consent.tick} />
      ) : null}
      <p class={failed ? 'field-error' : 'small soft'} id={noteId} role="status">
        {held ?? (consent.given ? `${lastTime}${note}` : words.check.consentFirst)}
      </p>
    </div>
  );
}
