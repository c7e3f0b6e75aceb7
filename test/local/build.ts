// `npm run build`: the extension for Chrome and Firefox, and the Worker's bundle, all under .output/.
import { BUILD_PARTS } from './parts/check-parts.ts';
import { runInTurn } from './parts/run-parts.ts';

const { failed } = await runInTurn(BUILD_PARTS);
if (failed === 0) console.log('\nBuilt: .output/chrome-mv3, .output/firefox-mv3 and .output/worker');
process.exitCode = failed === 0 ? 0 : 1;
