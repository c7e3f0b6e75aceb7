import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { importSchema, importSummarySchema } from '../../../shared/protocol/import.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import { buildLocalExtension } from '../../local/stack/local-extension.ts';
import { startStack } from '../../local/stack/local-stack.ts';
import type { LocalStack } from '../../local/stack/local-stack.ts';
import { IN_THE_MORNING } from '../../local/stack/morning-zone.ts';
import { STANDING } from './exotel-clock.ts';
import { openExtension } from './open-extension.ts';
import type { OpenExtension } from './open-extension.ts';
import { openGate } from './open-gate.ts';
import type { Gate } from './open-gate.ts';
import { tellLogOf } from './what-is-there.ts';

const TAB = 'popup.html?surface=tab';
const POPUP = { width: 400, height: 600 };

/** Everything between a file and a call, each part of which a test can take away: network, Worker, browser. */
export interface ImportStage {
  readonly stack: LocalStack;
  /** What stands between the extension and the Worker. */
  readonly gate: Gate;
  readonly browser: () => OpenExtension;
  /** On the same profile, with no page of the extension open. */
  readonly reopenBrowser: () => Promise<void>;
  readonly tab: () => Promise<Page>;
  readonly popup: () => Promise<Page>;
  /** As the Worker has it; null while it has none of that name. */
  readonly importNamed: (name: string) => Promise<Import | null>;
  readonly close: () => Promise<void>;
}

/** With two templates: "Hello" says the same to everybody, "By name" says @@Name. */
export async function openImportStage(vars: Readonly<Record<string, string>> = {}): Promise<ImportStage> {
  const [stack, profileDir] = await Promise.all([
    startStack({
      openCaps: true,
      user: 'asha',
      vars: { ...IN_THE_MORNING, ...vars },
      exotel: { ...STANDING, seed: 13, mix: { completed: 1 } },
    }),
    mkdtemp(join(tmpdir(), 'dialsheet-browser-')),
  ]);
  tellLogOf(stack);
  const gate = await openGate(stack.workerUrl);
  for (const [name, text] of [
    ['Hello', 'Namaste'],
    ['By name', 'Namaste @@Name'],
  ]) {
    const template = { name, channel: 'voice', callerId: '08088919888', flow: { kind: 'greeting', text } };
    await stack.api.post('/api/templates', template, templateSchema);
  }
  const extensionDir = await buildLocalExtension({ workerUrl: gate.url, token: stack.token });
  const open = () => openExtension(extensionDir, profileDir);
  let browser = await open();
  return {
    stack,
    gate,
    browser: () => browser,
    reopenBrowser: async () => {
      await browser.close();
      browser = await open();
    },
    tab: () => browser.open(TAB),
    popup: () => browser.open('popup.html', POPUP),
    importNamed: async (name) => {
      const { items } = await stack.api.get('/api/imports', pageSchema(importSummarySchema));
      const found = items.find((one) => one.name === name);
      return found ? stack.api.get(`/api/imports/${found.id}`, importSchema) : null;
    },
    close: async () => {
      await browser.close();
      await gate.close();
      await stack.stop();
      await rm(profileDir, { recursive: true, force: true });
    },
  };
}
