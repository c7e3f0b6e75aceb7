import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import { buildLocalExtension } from '../../local/stack/local-extension.ts';
import { startStack } from '../../local/stack/local-stack.ts';
import type { LocalStack } from '../../local/stack/local-stack.ts';
import { IN_THE_MORNING } from '../../local/stack/morning-zone.ts';
import { STANDING } from './exotel-clock.ts';
import { openExtension } from './open-extension.ts';
import type { OpenExtension } from './open-extension.ts';
import { tellLogOf } from './what-is-there.ts';

export interface GreetingStage {
  readonly stack: LocalStack;
  readonly browser: OpenExtension;
  /** A folder of its own, which goes with it. */
  readonly profileDir: string;
  readonly close: () => Promise<void>;
}

/** A Worker, its Exotel, and a browser with the extension: what a test of screens needs, with one template to call with. Caps are open unless a test is about them. */
export async function openGreetingStage(name: string, text: string, openCaps = true): Promise<GreetingStage> {
  const stack = await startStack({ vars: IN_THE_MORNING, openCaps, user: 'asha', exotel: STANDING });
  tellLogOf(stack);
  const profileDir = await mkdtemp(join(tmpdir(), 'dialsheet-browser-'));
  const extensionDir = await buildLocalExtension({ workerUrl: stack.workerUrl, token: stack.token });
  const browser = await openExtension(extensionDir, profileDir);
  const template = { name, channel: 'voice', callerId: '08088919888', flow: { kind: 'greeting', text } };
  await stack.api.post('/api/templates', template, templateSchema);
  return {
    stack,
    browser,
    profileDir,
    close: async () => {
      await browser.close();
      await stack.stop();
      await rm(profileDir, { recursive: true, force: true });
    },
  };
}
