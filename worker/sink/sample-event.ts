import type { EventType } from '../../shared/protocol/destination.ts';

const DAY_MS = 86_400_000;
const NUMBER = '+919876543210';

/** The data of a sample event: the same fields as a real one, and a mark that it is a sample. */
export function sampleOf(type: EventType, now: number): Readonly<Record<string, unknown>> {
  return { sample: true, ...contentOf(type, now) };
}

function contentOf(type: EventType, now: number): Readonly<Record<string, unknown>> {
  const at = new Date(now).toISOString();
  const who = {
    import: { id: 'sample', name: 'Sample import' },
    campaign: { seq: 1, name: 'Sample import 1/1', sid: 'sample' },
    row: 2,
    number: NUMBER,
  };
  const call = {
    callSid: 'sample',
    status: 'completed',
    at,
    durationSeconds: 34,
    keys: '1',
    recording: null,
    source: 'callback',
  };
  const columns = { Name: 'Asha Rao', City: 'Pune' };
  switch (type) {
    case 'call.attempted':
      return { ...who, ...call, columns };
    case 'contact.finished':
      return { ...who, ...call, outcome: 'completed', attempts: 1, calls: [call], columns };
    case 'contact.opted_out':
      return { number: NUMBER, channel: null, source: 'key_press', at, import: who.import, callSid: 'sample' };
    case 'callback.raw':
      return {
        id: 'sample-1',
        receivedAt: at,
        sink: 'sample',
        kind: 'call',
        campaign: null,
        number: NUMBER,
        callSid: 'sample',
        status: 'completed',
        method: 'POST',
        contentType: 'application/json',
        query: '',
        body: '{"CallSid":"sample","Status":"completed"}',
      };
    case 'import.started':
    case 'import.paused':
    case 'import.finished':
    case 'import.needs_attention':
      return { import: who.import, state: type.slice('import.'.length) };
    case 'day.ended':
      return {
        date: at.slice(0, 10),
        from: new Date(now - DAY_MS).toISOString(),
        until: at,
        timeZone: 'Asia/Kolkata',
        imports: 3,
        people: 1_200,
        answered: 640,
        sent: 0,
        open: 12,
        unaccounted: 1,
      };
    case 'destination.failing':
    case 'destination.disabled':
      return { destination: { id: 'sample', name: 'Sample' }, failures: 5, failingSince: at, disablesAt: null };
  }
}
