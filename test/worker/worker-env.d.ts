import type { Env as WorkerEnv } from '../../worker/env.ts';
import type * as worker from '../../worker/index.ts';

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof worker;
    }
    interface Env extends WorkerEnv {}
  }
}
