import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { importSchema } from '../../../shared/protocol/import.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { sinkSchema } from '../../../shared/protocol/sink.ts';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import { create, mobiles } from '../../exotel/dialler/exotel-caller.ts';
import { DESTINATION, IMPORTS, leads, personalFile, SINK, STRANGER, TEMPLATE_BODIES } from '../../gallery/cast.ts';
import type { ImportPart } from '../../gallery/cast.ts';
import { buildLocalExtension } from '../../local/stack/local-extension.ts';
import { startStack } from '../../local/stack/local-stack.ts';
import type { LocalStack } from '../../local/stack/local-stack.ts';
import { IN_THE_MORNING, morningTime } from '../../local/stack/morning-zone.ts';
import { letRun, STANDING, standStill } from './exotel-clock.ts';
import { openExtension } from './open-extension.ts';
import type { OpenExtension } from './open-extension.ts';
import { tellLogOf } from './what-is-there.ts';

const VERY_FAST = 3_000;
const HOUR_MS = 3_600_000;
const PATIENCE_MS = 120_000;

/** A Worker and an account where something is in every state, and a browser that knows no Worker yet. */
export interface FullStage {
  readonly stack: LocalStack;
  readonly browser: OpenExtension;
  /** What time it is at Exotel: its clock has run ahead of this machine's. */
  readonly now: number;
  readonly close: () => Promise<void>;
}

export async function openFullStage(): Promise<FullStage> {
  const stack = await startStack({
    openCaps: true,
    user: 'asha',
    vars: IN_THE_MORNING,
    exotel: { ...STANDING, seed: 3 },
  });
  tellLogOf(stack);
  const profileDir = await mkdtemp(join(tmpdir(), 'dialsheet-browser-'));
  const [extensionDir, now] = await Promise.all([buildLocalExtension(), fill(stack)]);
  const browser = await openExtension(extensionDir, profileDir);
  return {
    stack,
    browser,
    now,
    close: async () => {
      await browser.close();
      await stack.stop();
      await rm(profileDir, { recursive: true, force: true });
    },
  };
}

async function fill({ api, exotel }: LocalStack): Promise<number> {
  const { control } = exotel;
  const templates = new Map<string, string>();
  for (const body of TEMPLATE_BODIES) {
    const { id, name } = await api.post('/api/templates', body, templateSchema);
    templates.set(name, id);
  }
  async function bring(part: ImportPart, file: string | Uint8Array, launch = true): Promise<void> {
    const template = templates.get(part.template) ?? '';
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
      if (performance.now() - from > PATIENCE_MS) throw new Error(`${part.name} is still ${view.state}`);
      await wait(100);
    }
  }
  const isIn = (state: Import['state']) => (view: Import) => view.state === state;

  await Promise.all([bring(IMPORTS.finished, leads(60, 5)), bring(IMPORTS.sent, personalFile(20))]);
  await Promise.all([until(IMPORTS.finished, isIn('running')), until(IMPORTS.sent, isIn('running'))]);
  await letRun(control, VERY_FAST);
  await Promise.all([until(IMPORTS.finished, isIn('finished')), until(IMPORTS.sent, isIn('finished'))]);
  await standStill(control);
  const { now } = control.clock();

  control.addFaults({ operation: 'create', kind: 'refuse', description: 'The flow of the url is not active' });
  await bring(IMPORTS.attention, leads(30, 21));
  await until(IMPORTS.attention, ({ attention }) => attention.length > 0);
  await bring(IMPORTS.running, leads(12_480, 1));
  await bring(IMPORTS.paused, leads(1_200, 31));
  await Promise.all([until(IMPORTS.running, isIn('running')), until(IMPORTS.paused, isIn('running'))]);
  await api.post(`/api/imports/${IMPORTS.paused.id}/pause`, {}, importSchema);
  await until(IMPORTS.paused, isIn('paused'));
  control.setSettings({ csvProcessingMs: HOUR_MS });
  await bring(IMPORTS.lists, personalFile(640, 1_000));
  await bring(IMPORTS.ready, leads(2_400, 61), false);
  const at = Date.parse(now);
  const schedule = { send_at: morningTime(at, 1, '10:00').iso, end_at: morningTime(at, 1, '18:00').iso };
  await create(exotel.url, { name: STRANGER, from: mobiles(140, 3_000), schedule });
  await api.post('/api/sinks', { name: SINK }, sinkSchema);
  // Nobody listens there: what is wrong is said.
  const nowhere = { name: DESTINATION, url: 'http://127.0.0.1:9/hooks/crm', events: ['import.paused'] };
  await api.post('/api/destinations', nowhere, newDestinationSchema);
  return at;
}
