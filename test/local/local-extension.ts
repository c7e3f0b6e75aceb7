import { projectPath } from './project-root.ts';
import { runPart } from './run-part.ts';

export interface LocalExtensionOptions {
  /** What the options page already holds when it opens; nothing when left out. */
  readonly workerUrl?: string;
  readonly token?: string;
}

/** Builds the extension for this machine: it may talk to localhost without asking. Answers its directory. */
export async function buildLocalExtension({ workerUrl, token }: LocalExtensionOptions = {}): Promise<string> {
  const built = await runPart({
    name: 'local extension',
    command: ['wxt', 'build', '--mode', 'localhost'],
    env: {
      ...(workerUrl === undefined ? {} : { WXT_LOCAL_WORKER_URL: workerUrl }),
      ...(token === undefined ? {} : { WXT_LOCAL_TOKEN: token }),
    },
  });
  if (!built.ok) throw new Error(`The extension could not be built:\n${built.output}`);
  return projectPath('.output', 'chrome-mv3-localhost');
}
