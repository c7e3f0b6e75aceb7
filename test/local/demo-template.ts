import { pageSchema } from '../../shared/protocol/page.ts';
import { templateSchema, type Template } from '../../shared/template/template-schema.ts';
import type { LocalApi } from './local-api.ts';

const DEMO_TEMPLATE = {
  name: 'Diwali greeting',
  channel: 'voice',
  callerId: '08088919888',
  flow: { kind: 'greeting', text: 'Happy Diwali from all of us. Press 1 to be called back.' },
  retries: { count: 1, intervalMinutes: 5, mechanism: 'Linear', on: ['busy', 'no-answer'] },
};

/** The first template there is, or a new one that the stand-in can dial with. */
export async function ensureTemplate(api: LocalApi): Promise<Template> {
  const { items } = await api.get('/api/templates', pageSchema(templateSchema));
  return items[0] ?? api.post('/api/templates', DEMO_TEMPLATE, templateSchema);
}
