// `npm run check`: all that can be said about a change without running its tests.
import { BUILD_PARTS, SIZE_PART, STATIC_PARTS, STORE_PART } from './parts/check-parts.ts';
import { addTallies, runInTurn } from './parts/run-parts.ts';

const { failed } = addTallies(
  await Promise.all([runInTurn(STATIC_PARTS), runInTurn([...BUILD_PARTS, SIZE_PART, STORE_PART])]),
);
process.exitCode = failed === 0 ? 0 : 1;
