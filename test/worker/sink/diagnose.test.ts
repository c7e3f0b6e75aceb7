import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../worker/sink/diagnose.ts';

const NOW = Date.parse('2026-11-29T10:00:00Z');

function codes(status: number, headers: Record<string, string> = {}, body = ''): string[] {
  return diagnose({ startedAt: NOW, response: { status, headers, body } }).map(({ code }) => code);
}

describe('the doctor', () => {
  it.each<[string, string[], string[]]>([
    ['a clock seven minutes behind', codes(401, { date: 'Sun, 29 Nov 2026 09:53:00 GMT' }), ['clock_off']],
    ['a clock that is right', codes(200, { date: 'Sun, 29 Nov 2026 09:56:00 GMT' }), []],
    ['a redirect', codes(302, { location: 'https://www.example.com/' }), ['redirects_to']],
    ['a login page', codes(200, { 'content-type': 'text/html; charset=utf-8' }, '<html>'), ['web_page']],
    ['a page by its look', codes(404, {}, ' <!DOCTYPE html><title>Not found'), ['web_page']],
    ['a path that takes no POST', codes(405), ['method_refused']],
    ['a body it finds too large', codes(413), ['too_large']],
    ['a wrong signature', codes(400, {}, '{"error":"Invalid signature"}'), ['signature_named']],
    ['a body it cannot read', codes(400, {}, 'Unexpected token < in JSON'), ['body_reread']],
    ['nothing in an answer that is well', codes(200, {}, 'signature ok'), []],
  ])('sees %s', (_what, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it('says how far off the clock is', () => {
    const response = { status: 401, headers: { date: 'Sun, 29 Nov 2026 10:07:10 GMT' }, body: '' };
    expect(diagnose({ startedAt: NOW, response })[0]?.message).toContain('7 minutes off');
  });

  it('says nothing of a receiver that did not answer', () => {
    expect(diagnose({ startedAt: NOW, response: null })).toEqual([]);
  });
});
