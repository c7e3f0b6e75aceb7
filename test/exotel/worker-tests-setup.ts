import { startExotel } from './start-exotel.ts';
import { WORKER_TESTS_PORT } from './worker-tests-port.ts';

/** One stand-in for all tests that run inside the Workers runtime, where nothing can listen. */
export default async function serveStandIn(): Promise<() => Promise<void>> {
  const exotel = await startExotel({ port: WORKER_TESTS_PORT });
  return exotel.close;
}
