import { expect, vi } from 'vitest';
import { importSchema } from '../../../shared/protocol/import.ts';
import type { ImportState } from '../../../shared/protocol/import.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import type { LocalApi } from '../../local/stack/local-api.ts';

const PATIENCE = { timeout: 90_000, interval: 200 };

/** An import that no screen made, with the stage's template "Hello": answers once its calls are at Exotel. */
export async function launchHello(api: LocalApi, one: { id: string; name: string }, csv: string): Promise<void> {
  const { items } = await api.get('/api/templates', pageSchema(templateSchema));
  const template = items.find(({ name }) => name === 'Hello')?.id ?? '';
  const query = new URLSearchParams({ ...one, template, launch: 'true', column: 'Mobile' });
  await api.post(`/api/imports?${query}`, csv, importSchema);
  await untilState(api, one.id, 'running');
}

export async function untilState(api: LocalApi, id: string, state: ImportState): Promise<void> {
  await vi.waitFor(async () => expect((await api.get(`/api/imports/${id}`, importSchema)).state).toBe(state), PATIENCE);
}
