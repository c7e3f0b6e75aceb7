// `npm run fix`: everything of `npm run check` that a tool can repair by itself.
import { runInTurn } from './parts/run-parts.ts';

const { failed } = await runInTurn([
  { name: 'lint', command: ['oxlint', '--type-aware', '--fix'] },
  { name: 'format', command: ['oxfmt', '.'] },
]);
process.exitCode = failed === 0 ? 0 : 1;
