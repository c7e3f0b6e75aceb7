/** The port of the stand-in for the Worker's tests. Configuration and setup run in one process, so both compute it. */
export const WORKER_TESTS_PORT = 20_000 + (process.pid % 20_000);
/** The port of the receiver of webhooks. */
export const WEBHOOK_TESTS_PORT = WORKER_TESTS_PORT + 20_000;
