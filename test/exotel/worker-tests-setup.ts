import { startExotel } from './start-exotel.ts';
import { startWebhookReceiver } from './control/webhook-receiver.ts';
import { WEBHOOK_TESTS_PORT, WORKER_TESTS_PORT } from './worker-tests-port.ts';

/** One stand-in for all tests that run inside the Workers runtime, where a test cannot listen on a port. */
export default async function serveStandIn(): Promise<() => Promise<void>> {
  const exotel = await startExotel({ port: WORKER_TESTS_PORT });
  const closeReceiver = await startWebhookReceiver(WEBHOOK_TESTS_PORT);
  return async () => {
    await closeReceiver();
    await exotel.close();
  };
}
