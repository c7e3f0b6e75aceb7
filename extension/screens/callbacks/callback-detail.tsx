import type { CallbackItem } from '../../../shared/protocol/sink.ts';
import { Facts } from '../../components/facts.tsx';
import type { Fact } from '../../components/facts.tsx';
import { RawText } from '../../components/raw-text.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import { kindWord, statusWord } from './callback-words.ts';

/** One callback: what was understood of it, beside the callback as it came. */
export function CallbackDetail({ callback, sinkName }: { callback: CallbackItem; sinkName: string | null }) {
  const when = useMoment();
  const { number, callSid, campaign, status, receivedAt, kind, method, contentType, query, body, encoding } = callback;
  const isUnread = number === null && callSid === null && campaign === null && status === null;
  const facts: readonly (Fact | null)[] = [
    [words.callbacks.received, when(receivedAt)],
    [words.callbacks.kind, kindWord(kind)],
    number === null ? null : [words.callbacks.number, number],
    status === null ? null : [words.callbacks.status, statusWord(status)],
    callSid === null ? null : [words.callbacks.call, callSid],
    campaign === null ? null : [words.callbacks.campaign, campaign],
    sinkName === null ? null : [words.callbacks.sink, sinkName],
    [words.callbacks.sentAs, [method, contentType ?? ''].join(' ').trim()],
  ];
  return (
    <div class="callback-sides">
      <section class="callback-side">
        <h2>{words.callbacks.understood}</h2>
        {isUnread ? <p class="soft">{words.callbacks.unreadable}</p> : null}
        <Facts facts={facts.filter((fact) => fact !== null)} />
        {callback.import === undefined ? null : (
          <p>
            <a href={formatRoute({ screen: 'import', id: callback.import })}>{words.callbacks.openImport}</a>
          </p>
        )}
      </section>
      <section class="callback-side">
        <h2>{words.callbacks.raw}</h2>
        {query === '' ? null : <RawText label={words.callbacks.rawQuery} text={query} />}
        {body === '' ? (
          <p class="soft">{words.callbacks.emptyBody}</p>
        ) : (
          <RawText label={encoding === undefined ? words.callbacks.rawBody : words.callbacks.rawEncoded} text={body} />
        )}
      </section>
    </div>
  );
}
