import { z } from 'zod';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../shared/limits.ts';
import { parseAs } from './request-body.ts';
import type { AppContext } from './context.ts';

const pageQuerySchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
});

export function readPage(c: AppContext): { offset: number; limit: number } {
  return parseAs(pageQuerySchema, c.req.query());
}
