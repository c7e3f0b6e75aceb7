import { setTimeout as wait } from 'node:timers/promises';
import { importSchema } from '../../shared/protocol/import.ts';
import type { Import } from '../../shared/protocol/import.ts';
import { newDestinationSchema } from '../../shared/protocol/destination.ts';
import { suppressionSchema } from '../../shared/people/suppression.ts';
import { madeTokenSchema } from '../../shared/protocol/team.ts';
import { sinkSchema } from '../../shared/protocol/sink.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { FINAL_OUTCOMES } from '../../shared/protocol/outcomes.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { create, mobiles } from '../exotel/dialler/exotel-caller.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { IMPORTS, leads, personalFile, STRANGER, TEMPLATE_BODIES } from './cast.ts';
import type { ImportPart } from './cast.ts';

/** How much of the calling is over in the picture of a running import, and when others are steered. */
const DONE_SHARE = 0.56;
const EARLY_SHARE = 0.2;
const STEERABLE = 30;
const FAST = 600;
const VERY_FAST = 3_000;
/** All but still: every picture shows the same moment. */
const STILL = 0.001;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PATIENCE_MS = 300_000;

export async function makeTemplates({ api }: LocalStack): Promise<void> {
  for (const body of TEMPLATE_BODIES) await api.post('/api/templates', body, templateSchema);
}

/** People who are not to be called, colleagues, and who else is told. */
export async function makeTeam({ api }: LocalStack): Promise<void> {
  await api.post('/api/suppressions', { number: '+919845012345', note: 'Asked by e-mail' }, suppressionSchema);
  await api.post('/api/suppressions', { number: '+919845012777', channel: 'voice' }, suppressionSchema);
  await api.post('/api/tokens', { name: 'meena', role: 'preparer' }, madeTokenSchema);
  await api.post('/api/tokens', { name: 'ravi', role: 'launcher' }, madeTokenSchema);
  await api.post('/api/sinks', { name: 'Website call-backs' }, sinkSchema);
  // Nobody listens there: what is wrong is said.
  const nowhere = { name: 'LeadSquared', url: 'http://127.0.0.1:9/hooks/crm', events: ['contact.finished'] };
  await api.post('/api/destinations', nowhere, newDestinationSchema);
}

/**
 * Leads the whole account to one busy moment: an import in each of its states, a campaign made elsewhere. Answers what
 * time it is there then, in milliseconds: the stand-in's clock has run ahead of this machine's.
 */
export async function setStage(stack: LocalStack): Promise<number> {
  const { api, exotel } = stack;
  const { control } = exotel;
  const { items } = await api.get('/api/templates', pageSchema(templateSchema));
  const templateIds = new Map(items.map(({ id, name }) => [name, id]));

  async function bring(part: ImportPart, file: string | Uint8Array, launch = true): Promise<void> {
    const template = templateIds.get(part.template) ?? '';
    // Said, not guessed: numbers that may be of another country launch nothing by themselves.
    const column = typeof file === 'string' ? 'Mobile' : 'Mobile No.';
    const query = new URLSearchParams({ id: part.id, name: part.name, template, column, launch: String(launch) });
    await api.post(`/api/imports?${query}`, file, importSchema);
  }
  async function until(part: ImportPart, isSo: (view: Import) => boolean): Promise<void> {
    const from = performance.now();
    for (;;) {
      const view = await api.get(`/api/imports/${part.id}`, importSchema);
      if (isSo(view)) return;
      if (performance.now() - from > PATIENCE_MS)
        throw new Error(`${part.name} is still ${view.state}: ${JSON.stringify(view.attention)}`);
      await wait(100);
    }
  }
  const isIn = (state: Import['state']) => (view: Import) => view.state === state;
  const steer = (part: ImportPart, action: string) => api.post(`/api/imports/${part.id}/${action}`, {}, importSchema);

  await bring(IMPORTS.finished, leads(420, 5));
  await bring(IMPORTS.sent, personalFile(240));
  await until(IMPORTS.finished, isIn('running'));
  await until(IMPORTS.sent, isIn('running'));
  await control.setClock({ speed: VERY_FAST, skipIdle: true });
  await until(IMPORTS.finished, isIn('finished'));
  await until(IMPORTS.sent, isIn('finished'));
  await control.setClock({ speed: 1, skipIdle: false });

  control.addFaults({ operation: 'create', kind: 'refuse', description: 'The flow of the url is not active' });
  await bring(IMPORTS.attention, leads(5_400, 21));
  await until(IMPORTS.attention, ({ attention }) => attention.length > 0);

  for (const [part, contacts, seed] of [
    [IMPORTS.paused, 1_200, 31],
    [IMPORTS.stopped, 900, 41],
    [IMPORTS.running, 12_480, 1],
  ] as const) {
    await bring(part, leads(contacts, seed));
    await until(part, isIn('running'));
  }
  for (const [part, action, state] of [
    [IMPORTS.paused, 'pause', 'paused'],
    [IMPORTS.stopped, 'stop', 'stopped'],
  ] as const) {
    await control.setClock({ speed: STEERABLE, skipIdle: true });
    await until(part, (view) => doneShare(view) >= EARLY_SHARE);
    await control.setClock({ speed: 1, skipIdle: false });
    await steer(part, action);
    await until(part, isIn(state));
  }
  await control.setClock({ speed: FAST, skipIdle: true });
  await until(IMPORTS.running, (view) => doneShare(view) >= DONE_SHARE);
  const { now } = await control.setClock({ speed: STILL, skipIdle: false });

  control.setSettings({ csvProcessingMs: HOUR_MS });
  await bring(IMPORTS.lists, personalFile(640, 1_000));
  await until(IMPORTS.lists, ({ campaigns }) => campaigns.some(({ lists }) => lists.some(isTakenIn)));
  await bring(IMPORTS.ready, leads(2_400, 61), false);
  await createElsewhere(exotel.url, Date.parse(now));
  return Date.parse(now);
}

function isTakenIn({ state }: Import['campaigns'][number]['lists'][number]): boolean {
  return state === 'processing';
}

function doneShare({ contacts, rows }: Import): number {
  return FINAL_OUTCOMES.reduce((sum, outcome) => sum + contacts[outcome], 0) / rows.accepted;
}

async function createElsewhere(url: string, now: number): Promise<void> {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(now + DAY_MS);
  const schedule = { send_at: `${day}T10:00:00+05:30`, end_at: `${day}T18:00:00+05:30` };
  await create(url, { name: STRANGER, from: mobiles(140, 3_000), schedule });
}
