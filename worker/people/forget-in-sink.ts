import { saysNumber } from '../../shared/phone/says-number.ts';
import { storedJson } from '../stored-json.ts';
import { textOf, type KeptCallback } from '../callbacks/understand-callback.ts';

/** A sink's callback that names the person, reduced to the fact that something came; null for any other line. */
export function blankSinkLine(digits: string, line: string): string | null {
  if (line === '') return null;
  const kept = storedJson<KeptCallback>(line);
  const { body, encoding } = kept;
  const text = textOf(encoding === undefined ? { body } : { body, encoding });
  const isTheirs = kept.numbers.includes(`+${digits}`) || [text, kept.query].some((said) => saysNumber(said, digits));
  if (!isTheirs) return null;
  const { id, receivedAt, kind, method, contentType } = kept;
  const blank: KeptCallback = {
    id,
    receivedAt,
    kind,
    campaign: null,
    number: null,
    numbers: [],
    callSid: null,
    status: null,
    method,
    contentType,
    query: '',
    body: '',
  };
  return JSON.stringify(blank);
}
