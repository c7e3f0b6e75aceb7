import { describe, expect, it } from 'vitest';
import { hostPattern, parseInviteLink, parseWorkerAddress } from '../../../extension/api/parse-worker-address.ts';

describe('parseWorkerAddress', () => {
  it.each([
    ['https://calls.example.workers.dev', 'https://calls.example.workers.dev'],
    ['  https://calls.example.workers.dev/api/?x=1#y ', 'https://calls.example.workers.dev'],
    ['calls.example.workers.dev', 'https://calls.example.workers.dev'],
    ['https://calls.example.com:8443/', 'https://calls.example.com:8443'],
    ['localhost:8787', 'http://localhost:8787'],
    ['127.0.0.1:8787/', 'http://127.0.0.1:8787'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['HTTPS://Calls.Example.COM', 'https://calls.example.com'],
  ])('reads %j', (typed, origin) => {
    expect(parseWorkerAddress(typed)).toEqual({ ok: true, value: origin });
  });

  it.each([
    ['', 'address_missing'],
    ['   ', 'address_missing'],
    ['my worker', 'address_not_a_url'],
    ['calls', 'address_not_a_url'],
    ['https://', 'address_not_a_url'],
    ['https://asha:secret@calls.example.com', 'address_not_a_url'],
    ['http://calls.example.com', 'address_not_https'],
    ['http://localhost.example.com', 'address_not_https'],
    ['ftp://calls.example.com', 'address_not_https'],
    ['javascript://calls.example.com', 'address_not_https'],
  ])('refuses %j', (typed, code) => {
    expect(parseWorkerAddress(typed)).toEqual({ ok: false, error: { code } });
  });
});

describe('hostPattern', () => {
  it('names one host and no port, which such a pattern cannot hold', () => {
    expect(hostPattern('http://127.0.0.1:8787')).toBe('http://127.0.0.1/*');
    expect(hostPattern('https://calls.example.com')).toBe('https://calls.example.com/*');
  });
});

describe('parseInviteLink', () => {
  const code = 'A-_'.padEnd(43, 'x');

  it('reads where an invite leads and what it is worth', () => {
    const link = ` https://Calls.example.com:8443/join#code=${code}\n`;
    expect(parseInviteLink(link)).toEqual({ address: 'https://calls.example.com:8443', code });
    expect(parseInviteLink(`http://127.0.0.1:8787/join#code=${code}`)?.address).toBe('http://127.0.0.1:8787');
  });

  it.each([
    'https://calls.example.com',
    'https://calls.example.com/join#code=',
    `https://calls.example.com/join?code=${code}`,
    `https://calls.example.com/join#code=${code}x`,
    `http://calls.example.com/join#code=${code}`,
    `javascript:alert(1)#code=${code}`,
    `calls.example.com/join#code=${code}`,
    '',
  ])('takes %j for none', (text) => {
    expect(parseInviteLink(text)).toBeNull();
  });
});
