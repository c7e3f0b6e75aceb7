/** Where the stand-in of the Worker's tests listens: the configuration and the setup run in one process and agree on it. */
export const WORKER_TESTS_PORT = 20_000 + (process.pid % 20_000);
