import { pageSchema } from '../../shared/protocol/page.ts';
import { templateInputSchema, templateSchema, type Template } from '../../shared/template/template-schema.ts';
import type { LocalApi } from './stack/local-api.ts';

/** A greeting takes no key presses, so it asks for none. */
export const DEMO_TEMPLATE = templateInputSchema.parse({
  name: 'Diwali greeting',
  channel: 'voice',
  callerId: '08088919888',
  flow: { kind: 'greeting', text: 'Happy Diwali from all of us. We will call you again next week.' },
  retries: { count: 1, intervalMinutes: 5, mechanism: 'Linear', on: ['busy', 'no-answer'] },
});

/**
 * The stand-in as it is played with by hand: it calls at once, whatever the hour, and says the times of the plan. So the
 * clock of this machine holds everywhere, and a second import is planned as the first was.
 */
export const DEMO_EXOTEL = { skipIdle: true, settings: { clientClock: true } } as const;

/** The first template there is, or a new one that the stand-in can dial with. */
export async function ensureTemplate(api: LocalApi): Promise<Template> {
  const { items } = await api.get('/api/templates', pageSchema(templateSchema));
  return items[0] ?? api.post('/api/templates', DEMO_TEMPLATE, templateSchema);
}
