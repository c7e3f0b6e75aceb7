// `npm run package`: what is uploaded to the Chrome, Edge and Firefox stores, and what their linter says of it.
import { PACKAGE_PARTS, STORE_PART } from './parts/check-parts.ts';
import { runInTurn } from './parts/run-parts.ts';

const { failed } = await runInTurn([...PACKAGE_PARTS, STORE_PART]);
if (failed === 0)
  console.log('\nPackaged: .output/*-chrome.zip, *-edge.zip, *-firefox.zip, and the sources Mozilla asks for');
process.exitCode = failed === 0 ? 0 : 1;
