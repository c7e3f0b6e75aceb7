import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { EVENT_TYPES, type EventType } from '../../../shared/protocol/destination.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { useFirstFault } from '../../components/form/field.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import { words } from '../../words/words.ts';

export interface NewDestination {
  readonly name: string;
  readonly url: string;
  readonly events: readonly EventType[];
}

interface Props {
  /** The existing destination to change, if any. */
  of?: NewDestination;
  /** Answers what is wrong with the address; null if it was saved. */
  onSave: (input: NewDestination) => Promise<string | null>;
  onClose?: () => void;
}

/** A new destination, or changes to an existing one. */
export function DestinationForm({ of, onSave, onClose }: Props) {
  const name = useSignal(of?.name ?? '');
  const url = useSignal(of?.url ?? '');
  const events = useSignal<ReadonlySet<EventType>>(new Set<EventType>(of?.events ?? ['contact.finished']));
  const refusal = useSignal<string | null>(null);
  const tried = useSignal(false);
  const busy = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const showFault = useFirstFault(form);
  const { destinations } = words;
  const faults = {
    name: name.value.trim() === '' ? destinations.nameMissing : null,
    url: isAddress(url.value) ? null : destinations.urlMissing,
    events: events.value.size === 0 ? destinations.eventsMissing : null,
  };

  async function submit(): Promise<void> {
    tried.value = true;
    if (Object.values(faults).some((fault) => fault !== null)) return showFault();
    busy.value = true;
    refusal.value = await onSave({ name: name.value.trim(), url: url.value.trim(), events: [...events.value] });
    busy.value = false;
    if (refusal.value !== null) showFault();
  }

  const shown = (fault: string | null) => (tried.value ? fault : null);
  return (
    <form
      ref={form}
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy.value) void submit();
      }}
    >
      <h2>{of ? destinations.editHeading : destinations.add}</h2>
      <TextInput
        label={destinations.name}
        error={shown(faults.name)}
        value={name.value}
        onInput={(text) => (name.value = text)}
      />
      <TextInput
        label={destinations.url}
        hint={destinations.urlHint}
        inputMode="url"
        error={shown(faults.url) ?? refusal.value}
        value={url.value}
        onInput={(text) => {
          url.value = text;
          refusal.value = null;
        }}
      />
      <fieldset class="stack destination-events">
        <legend>{destinations.eventsLegend}</legend>
        {EVENT_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={destinations.events[type]}
            checked={events.value.has(type)}
            onChange={(checked) =>
              (events.value = new Set(EVENT_TYPES.filter((each) => (each === type ? checked : events.value.has(each)))))
            }
          />
        ))}
        {shown(faults.events) === null ? null : (
          <p class="field-error" role="alert">
            {faults.events}
          </p>
        )}
      </fieldset>
      <div class="row">
        <Button type="submit" look="primary" busy={busy.value}>
          {of ? destinations.editDo : destinations.save}
        </Button>
        {onClose ? <Button onClick={onClose}>{destinations.editKeep}</Button> : null}
      </div>
    </form>
  );
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim());
}
