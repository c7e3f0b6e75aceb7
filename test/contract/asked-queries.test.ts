import { describe, expect, it } from 'vitest';
import { recentPath, searchPath, VOICE_API } from '../../worker/exotel/campaign-api.ts';
import {
  callListPath,
  callQuerySchema,
  campaignListQuery,
  campaignQuerySchema,
} from '../../worker/dashboard/campaign-query.ts';
import { BARE_REQUESTS } from './exotel-samples.ts';

type Query = Readonly<Record<string, string>>;

function queryOf(path: string): Query {
  return Object.fromEntries(new URL(path, 'https://exotel.test').searchParams);
}

/** The published request, and the query that a client would send us for the same thing. */
function sampleOf(call: string): { readonly path: string; readonly query: Query; readonly ours: Query } {
  const path = BARE_REQUESTS.find((bare) => bare.call === call)?.path ?? '';
  const { sort_by: _order, ...ours } = queryOf(path);
  return { path, query: queryOf(path), ours };
}

function listPath(query: Query): string {
  const asked = campaignQuerySchema.parse(query);
  const search = campaignListQuery(asked);
  if (!search.ok) throw new Error(search.error.code);
  return VOICE_API.listPath(search.value, asked.offset, asked.limit);
}

function callsPath(query: Query): string {
  const path = callListPath('<id>', callQuerySchema.parse(query));
  if (!path.ok) throw new Error(path.error.code);
  return path.value;
}

describe('what we ask Exotel for', () => {
  it('is the published page of campaigns, in an order of ours and states as the page writes them', () => {
    const { path, query, ours } = sampleOf('GET /campaigns');
    const asked = listPath(ours);
    expect(asked.split('?')[0]).toBe(path.split('?')[0]);
    // The table has "in-progress, created", the sample "Created,Completed": case does not count.
    expect(queryOf(asked)).toEqual({ ...query, status: 'created,completed', sort_by: 'date_created:desc' });
  });

  it.each([
    ['created', 'date_created:asc'],
    ['-created', 'date_created:desc'],
    ['name', 'name:asc'],
    ['-name', 'name:desc'],
  ])('is campaigns sorted by %s as %s', (sort, sort_by) => {
    expect(queryOf(listPath({ sort }))).toEqual({ sort_by, offset: '0', limit: '20' });
  });

  it('is campaigns of a name or the newest ones, always in a named order', () => {
    expect(queryOf(searchPath(VOICE_API, '#k3v9x2a7-', 50))).toEqual({
      name: '#k3v9x2a7-',
      sort_by: 'date_created:asc',
      offset: '50',
      limit: '50',
    });
    expect(queryOf(recentPath(VOICE_API, 0))).toEqual({ sort_by: 'date_created:desc', offset: '0', limit: '50' });
    expect(queryOf(listPath({ name: 'diwali', status: 'in-progress' }))).toMatchObject({
      name: 'diwali',
      status: 'in-progress',
    });
  });

  it('is the published page of calls', () => {
    const { path, query, ours } = sampleOf('GET /campaigns/<id>/call-details');
    const asked = callsPath(ours);
    expect(asked.split('?')[0]).toBe(path.split('?')[0]?.replace('<id>', encodeURIComponent('<id>')));
    expect(queryOf(asked)).toEqual(query);
  });

  it('is every call of a campaign, oldest first, in pages as long as Exotel allows', () => {
    const asked = VOICE_API.callsPath('59beaff7d1c887e877a3b5942bc389fd1688', 500, 500);
    expect(queryOf(asked)).toEqual({ limit: '500', offset: '500', sort_by: 'date_created:asc' });
    expect(queryOf(callsPath({}))).toEqual({ offset: '0', limit: '20', sort_by: 'date_created:desc' });
  });
});
