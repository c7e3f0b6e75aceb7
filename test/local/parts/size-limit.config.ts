import { firstScripts } from '../first-scripts.ts';
import { projectPath } from '../project-root.ts';

const CHROME = projectPath('.output', 'chrome-mv3');

/** size-limit wants paths relative to this file or absolute; gzip is what browsers and Cloudflare count. */
export default [
  {
    name: 'popup, before it can paint',
    path: firstScripts(CHROME, 'popup.html').map((script) => projectPath('.output', 'chrome-mv3', script)),
    limit: '40 KB',
    gzip: true,
  },
  {
    name: 'background',
    path: projectPath('.output', 'chrome-mv3', 'background.js'),
    limit: '60 KB',
    gzip: true,
  },
  {
    name: 'Worker (Cloudflare takes 3 MB on a free account)',
    path: projectPath('.output', 'worker', 'index.js'),
    limit: '700 KB',
    gzip: true,
  },
];
