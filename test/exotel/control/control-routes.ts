import { z } from 'zod';
import { callbackFaults } from '../faults/callback-faults.ts';
import { clockChange, resetChange } from './control.ts';
import type { Control } from './control.ts';
import type { Answer } from '../http/envelope.ts';
import { faultRule } from '../faults/faults.ts';
import { LEDGER_PARTS } from './ledger-views.ts';
import { scriptChange } from '../dialler/outcome-script.ts';
import { replayRule } from '../faults/replays.ts';
import { settingsChange } from './settings.ts';

/** One rule, several rules, or faults of callbacks. */
const faultsBody = z.union([
  faultRule,
  z.array(faultRule),
  z.strictObject({ rules: z.array(faultRule).default([]), callbacks: callbackFaults.optional() }),
]);

type Handler = (control: Control, body: unknown, query: URLSearchParams) => unknown;

/** `/_control`, by method and path. A handler's answer is sent as JSON; undefined becomes `{"ok":true}`. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET /_control/ledger': (control, _body, query) => pickParts(control, query.get('only')),
  'GET /_control/ledger/summary': (control) => control.summary(),
  'GET /_control/ledger/outcomes': (control) => control.outcomes(),
  'GET /_control/ledger/message-outcomes': (control) => control.messageOutcomes(),
  'GET /_control/faults': (control) => control.faults(),
  'POST /_control/faults': (control, body) => {
    const faults = faultsBody.parse(body);
    if (Array.isArray(faults)) control.addFaults(...faults);
    else if ('kind' in faults) control.addFaults(faults);
    else {
      control.addFaults(...faults.rules);
      if (faults.callbacks !== undefined) control.setCallbackFaults(faults.callbacks);
    }
  },
  'DELETE /_control/faults': (control) => {
    control.clearFaults();
  },
  'POST /_control/replay': (control, body) => {
    control.replay(replayRule.parse(body));
  },
  'GET /_control/clock': (control) => control.clock(),
  'POST /_control/clock': (control, body) => control.setClock(clockChange.parse(body)),
  'POST /_control/script': (control, body) => {
    control.setScript(scriptChange.parse(body));
  },
  'GET /_control/settings': (control) => control.settings(),
  'POST /_control/settings': (control, body) => {
    control.setSettings(settingsChange.parse(body));
    return control.settings();
  },
  'POST /_control/reset': (control, body) => {
    control.reset(resetChange.parse(body));
  },
};

function pickParts(control: Control, only: string | null): unknown {
  if (only === null) return control.ledger();
  const wanted = new Set(only.split(','));
  return Object.fromEntries(
    LEDGER_PARTS.filter((part) => wanted.has(part)).map((part) => [part, control.ledgerPart(part)]),
  );
}

/** Answers a control request; a body that cannot be read is answered by a 400 that says why. */
export async function answerControl(control: Control, method: string, url: URL, body: string): Promise<Answer> {
  const handler = HANDLERS[`${method} ${url.pathname}`];
  if (handler === undefined) return json(404, { error: 'no such control' });
  let parsed: unknown;
  try {
    parsed = body === '' ? {} : JSON.parse(body);
  } catch {
    return json(400, { error: 'not JSON' });
  }
  try {
    return json(200, (await handler(control, parsed, url.searchParams)) ?? { ok: true });
  } catch (error) {
    if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
    throw error;
  }
}

function json(status: number, body: unknown): Answer {
  return { status, headers: {}, body };
}
