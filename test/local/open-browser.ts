import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { whenWeEnd } from './stack/end-with-us.ts';
import { err, ok, type Result } from '../../shared/result.ts';

export interface OpenOptions {
  readonly browser: string;
  /** Kept apart from the user's own profile. */
  readonly profileDir: string;
  readonly extensionDir: string;
  /** Inside the extension. */
  readonly page: string;
  readonly headless?: boolean;
}

const ANSWER_SECONDS = 20;
const answerSchema = z.object({
  id: z.int(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});

/**
 * Opens a browser with the extension loaded and one of its pages shown; answers the extension's id. Chrome no longer takes
 * `--load-extension`, so it is asked over its debugging pipe, which Chromium and Edge understand as well.
 */
export async function openBrowser(
  options: OpenOptions,
): Promise<Result<string, { code: 'not_loaded'; reason: string }>> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    options.browser,
    [
      `--user-data-dir=${options.profileDir}`,
      '--remote-debugging-pipe',
      '--enable-unsafe-extension-debugging',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      ...asRoot,
      ...(options.headless === true ? ['--headless=new', '--disable-gpu'] : []),
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const forget = whenWeEnd(() => child.kill());
  const ended = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      forget();
      reject(new Error('The browser ended.'));
    });
  });
  const [, , , toBrowser, fromBrowser] = child.stdio;
  if (!isWritable(toBrowser) || !isReadable(fromBrowser))
    return err({ code: 'not_loaded', reason: 'No pipe to the browser.' });
  const ask = createPipe(toBrowser, fromBrowser);
  try {
    const loaded = await Promise.race([ask('Extensions.loadUnpacked', { path: options.extensionDir }), ended]);
    const id = z.string().parse(loaded['id']);
    await Promise.race([ask('Target.createTarget', { url: `chrome-extension://${id}/${options.page}` }), ended]);
    ended.catch(() => undefined); // closing the browser later is no failure
    return ok(id);
  } catch (error) {
    ended.catch(() => undefined);
    child.kill();
    return err({ code: 'not_loaded', reason: error instanceof Error ? error.message : String(error) });
  }
}

/** The DevTools protocol over a pipe: JSON messages that end with a zero byte. */
function createPipe(
  to: Writable,
  from: Readable,
): (method: string, params: object) => Promise<Record<string, unknown>> {
  const waiting = new Map<
    number,
    { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }
  >();
  let rest = '';
  from.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer = answerSchema.safeParse(JSON.parse(message));
      if (!answer.success) continue; // an event
      const { id, result, error } = answer.data;
      if (error === undefined) waiting.get(id)?.resolve(result ?? {});
      else waiting.get(id)?.reject(new Error(error.message));
      waiting.delete(id);
    }
  });
  to.on('error', () => undefined); // the browser has ended, which its process says
  let last = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      to.write(`${JSON.stringify({ id: last, method, params })}\0`);
      AbortSignal.timeout(ANSWER_SECONDS * 1000).addEventListener('abort', () =>
        reject(new Error(`No answer to ${method}.`)),
      );
    });
}

function isWritable(stream: unknown): stream is Writable {
  return typeof stream === 'object' && stream !== null && 'write' in stream;
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}
