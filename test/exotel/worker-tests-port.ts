/** Where the stand-in of the Worker's tests listens: the configuration and the setup run in one process and agree on it. */
export const WORKER_TESTS_PORT = 20_000 + (process.pid % 20_000);
/** Where the receiver of webhooks listens beside it. */
export const WEBHOOK_TESTS_PORT = WORKER_TESTS_PORT + 20_000;
