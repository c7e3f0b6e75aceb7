import { importSchema, type Import } from '../../shared/protocol/import.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { ensureTemplate } from '../local/demo-template.ts';
import { followImport } from '../local/stack/follow-import.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';

const LAUNCH_MS = 300_000;

/** An import of so many contacts, all its campaigns made at the stand-in, none of them calling yet. */
export async function launchedImport(stack: LocalStack, contacts: number): Promise<Import> {
  const { api, workerUrl, token } = stack;
  const template = await ensureTemplate(api);
  const query = new URLSearchParams({ template: template.id, name: 'Bench', launch: 'true' });
  const { id } = await api.post(`/api/imports?${query}`, makeContactFile({ accepted: contacts }).bytes(), importSchema);
  const until = (view: Import) => view.state === 'running';
  return followImport({ workerUrl, token, importId: id, until, timeoutMs: LAUNCH_MS });
}
