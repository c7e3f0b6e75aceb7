import { SINK_KINDS, type Sink } from '../../../shared/protocol/sink.ts';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { words } from '../../words/words.ts';

/** One sink, with an address to paste for each kind of callback. */
export function SinkCard({ sink, onRemove }: { sink: Sink; onRemove: () => void }) {
  const when = useMoment();
  const { name, createdBy, createdAt, urls } = sink;
  return (
    <section class="card stack" aria-label={name}>
      <div class="row">
        <h2>{name}</h2>
        <span class="small soft">{words.sinks.createdBy(createdBy, when(createdAt))}</span>
        <span class="push">
          <Button look="quiet-danger" label={words.sinks.removeNamed(name)} onClick={onRemove}>
            {words.sinks.remove}
          </Button>
        </span>
      </div>
      <dl class="sink-addresses">
        {SINK_KINDS.map((kind) => (
          <div key={kind}>
            <dt>{words.sinks.addresses[kind]}</dt>
            <dd class="sink-address">{urls[kind]}</dd>
            <dd>
              <CopyButton text={urls[kind]} what={words.sinks.addressOf(words.sinks.addresses[kind], name)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
