import { parseArgs } from 'node:util';
import { startExotel } from './start-exotel.ts';

/** `node test/exotel/main.ts --port 9090 --speed 60` runs the stand-in alone until it is interrupted. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9090' },
    host: { type: 'string', default: '127.0.0.1' },
    speed: { type: 'string', default: '1' },
    /** Ids are made from it. A fixed seed would repeat ids after a restart, and a kept database would confuse them. */
    seed: { type: 'string', default: String(Date.now() % 4_294_967_296) },
    'calls-per-minute': { type: 'string', default: '60' },
    'messages-per-minute': { type: 'string', default: '300' },
    'csv-processing-ms': { type: 'string', default: '50' },
    'requests-per-minute': { type: 'string' },
    'start-at': { type: 'string' },
    'idle-after-ms': { type: 'string', default: '300' },
    'no-skip-idle': { type: 'boolean', default: false },
    key: { type: 'string', default: 'demo-key' },
    token: { type: 'string', default: 'demo-token' },
    sid: { type: 'string', default: 'dialsheet-demo' },
    exophones: { type: 'string', default: '08088919888,+918088919888' },
  },
});

const speed = readPositive('speed', values.speed);
const startAt = values['start-at'];
const requestsPerMinute = values['requests-per-minute'];
const exotel = await startExotel({
  port: Number(values.port),
  host: values.host,
  speed,
  seed: Number(values.seed),
  settings: {
    callsPerMinute: readPositive('calls-per-minute', values['calls-per-minute']),
    messagesPerMinute: readPositive('messages-per-minute', values['messages-per-minute']),
    csvProcessingMs: readPositive('csv-processing-ms', values['csv-processing-ms']),
    requestsPerMinute: requestsPerMinute === undefined ? null : readPositive('requests-per-minute', requestsPerMinute),
  },
  idleAfterMs: Number(values['idle-after-ms']),
  ...(startAt === undefined ? {} : { startAt: Date.parse(startAt) }),
  ...(values['no-skip-idle'] ? { skipIdle: false } : {}),
  key: values.key,
  token: values.token,
  sid: values.sid,
  exophones: values.exophones.split(','),
});
console.log(`Exotel stand-in on ${exotel.url}, ${speed} virtual seconds in a real one, seed ${values.seed}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void exotel.close();
  });
}

function readPositive(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new Error(`--${name} must be a positive number, not ${text}`);
  return number;
}
