import { describe, expect, it } from 'vitest';
import { templateUsage } from '../../../../extension/screens/templates/template-usage.ts';

const items = [
  { template: { id: 't1', name: 'A' }, test: false },
  { template: { id: 't1', name: 'A' }, test: true },
  { template: { id: 't2', name: 'B' }, test: false },
];

describe('templateUsage', () => {
  it('says whether every import was counted, and counts no test call', () => {
    expect(templateUsage('t1', { items, total: 3 })).toEqual({ count: 1, all: true });
    expect(templateUsage('t9', { items, total: 600 })).toEqual({ count: 0, all: false });
  });
});
