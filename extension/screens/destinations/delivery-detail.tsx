import type { Attempt } from '../../../shared/protocol/destination.ts';
import { Notice } from '../../components/status/notice.tsx';
import { RawText } from '../../components/raw-text.tsx';
import { words } from '../../words/words.ts';

/** One try in full: what is wrong in words, what was sent and signed, and what came back. */
export function DeliveryDetail({ attempt }: { attempt: Attempt }) {
  const { request, response, milliseconds, signed, problem, findings } = attempt;
  const { destinations } = words;
  return (
    <>
      {problem === null && findings.length === 0 ? (
        <Notice tone="good">{destinations.good}</Notice>
      ) : (
        <Notice tone={problem === null ? 'warn' : 'danger'} title={destinations.wrong}>
          {problem === null ? null : <p>{destinations.diagnosis(problem.code, problem.message, {})}</p>}
          {findings.map(({ code, message, facts = {} }) => (
            <p key={code}>{destinations.diagnosis(code, message, facts)}</p>
          ))}
        </Notice>
      )}
      <div class="delivery-sides">
        <RawText label={destinations.sent} text={written(`POST ${request.url}`, request.headers, request.body)} />
        {response === null ? (
          <p class="soft">{destinations.noAnswer}</p>
        ) : (
          <RawText
            label={`${destinations.answer}: ${destinations.answered(response.status, milliseconds)}`}
            text={written(String(response.status), response.headers, response.body)}
          />
        )}
      </div>
      {signed === '' ? null : (
        <>
          <RawText label={destinations.signed} text={signed} />
          <p class="small soft">{destinations.signedNote}</p>
        </>
      )}
    </>
  );
}

function written(first: string, headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [first, ...lines, '', body].join('\n');
}
