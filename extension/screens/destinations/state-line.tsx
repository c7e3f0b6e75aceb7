import type { Destination } from '../../../shared/protocol/destination.ts';
import { Notice } from '../../components/status/notice.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { words } from '../../words/words.ts';

/** A destination's state, and what follows from it. */
export function StateLine({ destination }: { destination: Destination }) {
  const when = useMoment();
  const { state, failingSince, disablesAt, lastSuccessAt } = destination;
  const { destinations } = words;
  const taken = lastSuccessAt === null ? destinations.neverTaken : destinations.lastSuccess(when(lastSuccessAt));
  const title = destinations.states[state];
  if (state === 'active' || state === 'paused') {
    return (
      <p class="soft">
        {title} · {taken}
      </p>
    );
  }
  return (
    <Notice tone={state === 'disabled' ? 'danger' : 'warn'} title={title}>
      {failingSince === null ? null : <p>{destinations.failingSince(when(failingSince))}</p>}
      {disablesAt === null ? null : <p>{destinations.disablesAt(when(disablesAt))}</p>}
      {state === 'disabled' ? <p>{destinations.disabledNote}</p> : null}
    </Notice>
  );
}
