import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectPath } from '../project-root.ts';
import { runPart } from '../parts/run-part.ts';

/** In a folder of builds: what serves the Worker, and how. */
export const builtWorker = (builds: string) => join(builds, 'worker', 'options.json');

/** Bundles the Worker and reads its configuration once, both by wrangler, for all who serve it from there. */
export async function buildWorker(builds: string): Promise<void> {
  const folder = join(builds, 'worker');
  const command = ['wrangler', 'deploy', '--dry-run', `--outdir=${folder}`] as const;
  const built = await runPart({ name: 'Worker', command, env: { WRANGLER_SEND_METRICS: 'false' } });
  if (!built.ok) throw new Error(`The Worker could not be built:\n${built.output}`);
  // Only who builds waits for all of wrangler to load.
  const { unstable_getMiniflareWorkerOptions: readOptions } = await import('wrangler');
  const { modulesRules: _, ...options } = readOptions(projectPath('wrangler.toml')).workerOptions;
  const bundle = { modules: true, modulesRoot: folder, scriptPath: join(folder, 'index.js') };
  await writeFile(builtWorker(builds), JSON.stringify({ name: 'dialsheet', ...options, ...bundle }));
}
