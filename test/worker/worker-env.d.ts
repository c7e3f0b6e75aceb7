import type { Env as WorkerEnv } from '../../worker/env.ts';
import type * as worker from '../../worker/index.ts';

declare global {
  interface ImportMeta {
    /** A function of Vite: the files that match the pattern, by path. */
    glob(pattern: string, how: { query: string; import: 'default'; eager: true }): Readonly<Record<string, string>>;
  }
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof worker;
    }
    interface Env extends WorkerEnv {
      /** What no change waits for is played as well. */
      readonly PLAYS_EVERYTHING?: string;
    }
  }
}
