import type { TemplateInput } from '../../../shared/template/template-schema.ts';

/** A template as the schema leaves it: every setting there. */
export function makeTemplate(overrides: Partial<TemplateInput> = {}): TemplateInput {
  return {
    name: 'Diwali greeting',
    channel: 'voice',
    callerId: '08088919888',
    flow: { kind: 'greeting', text: 'Happy Diwali' },
    retries: { count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] },
    window: null,
    throttle: null,
    callDuplicates: false,
    customField: null,
    ...overrides,
  };
}
