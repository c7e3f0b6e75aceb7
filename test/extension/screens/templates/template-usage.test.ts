import { describe, expect, it } from 'vitest';
import { templateUsage } from '../../../../extension/screens/templates/template-usage.ts';

const items = [{ template: { id: 't1', name: 'A' } }, { template: { id: 't2', name: 'B' } }];

describe('templateUsage', () => {
  it('says whether every import was counted', () => {
    expect(templateUsage('t1', { items, total: 2 })).toEqual({ count: 1, all: true });
    expect(templateUsage('t9', { items, total: 600 })).toEqual({ count: 0, all: false });
  });
});
