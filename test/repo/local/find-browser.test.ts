import { describe, expect, it } from 'vitest';
import { browserCandidates, firefoxCandidates } from '../../local/find-browser.ts';

describe('browserCandidates', () => {
  it('tries what the user named before anything else', () => {
    expect(browserCandidates('darwin', { CHROMIUM_PATH: '/opt/my-browser' })[0]).toBe('/opt/my-browser');
  });

  it('looks through the path on Linux, Chromium first', () => {
    expect(browserCandidates('linux', { PATH: '/usr/local/bin:/usr/bin' }).slice(0, 3)).toEqual([
      '/usr/local/bin/chromium',
      '/usr/bin/chromium',
      '/usr/local/bin/chromium-browser',
    ]);
  });

  it('looks where programs are installed on Windows, and nowhere else', () => {
    expect(browserCandidates('win32', { LOCALAPPDATA: 'C:\\Me', PATH: 'C:\\bin' })).toEqual([
      'C:\\Me\\Chromium\\Application\\chrome.exe',
      'C:\\Me\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Me\\Microsoft\\Edge\\Application\\msedge.exe',
    ]);
  });

  it('knows the editions of Firefox that take an unsigned extension', () => {
    expect(firefoxCandidates({ FIREFOX_PATH: '/opt/firefox', PATH: '/usr/bin' })).toEqual([
      '/opt/firefox',
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox-developer-edition',
      '/usr/bin/firefox-nightly',
    ]);
  });

  it('finds nothing where nothing is known', () => {
    expect([...browserCandidates('linux', {}), ...firefoxCandidates({})]).toEqual([]);
  });
});
