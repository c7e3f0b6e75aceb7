/**
 * The port of the stand-in for the Worker's tests. Configuration and setup run in one process, so both compute it. Below
 * what `freePort` chooses from: beside these tests run others that ask it for ports.
 */
export const WORKER_TESTS_PORT = 10_000 + 2 * (process.pid % 5_000);
/** The receiver of webhooks listens on the port after it. */
export const WEBHOOK_TESTS_PORT = WORKER_TESTS_PORT + 1;
