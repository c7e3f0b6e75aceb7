import { describe, expect, it } from 'vitest';
import { makeManifest, STORE_MODE } from '../../extension/build/make-manifest.ts';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';
import { readProjectFile } from './source-files.ts';

const STORES = readProjectFile('docs', 'stores.md');
const BUILDS = ['chrome', 'edge', 'firefox'].map((browser) =>
  makeManifest({ browser, mode: STORE_MODE, command: 'build' }),
);

/** The rows of the table under a heading, without its head. */
function tableUnder(heading: string): string[][] {
  const section = STORES.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const namedIn = (text = ''): string[] => Array.from(text.matchAll(/`([^`]+)`/g), ([, name = '']) => name);

describe('the texts for the stores', () => {
  it('give a reason for each permission the packages ask for, and for nothing else', () => {
    const rows = tableUnder('Why it needs each permission');
    const asked = BUILDS.flatMap((build) => [
      ...build.permissions,
      ...build.optional_host_permissions,
      ...('host_permissions' in build ? ['host_permissions'] : []),
    ]);
    const told = rows.filter(([what]) => what !== 'remote code').flatMap(([what]) => namedIn(what));
    expect(told.toSorted()).toEqual([...new Set(asked)].toSorted());
    expect(rows.filter(([, reason = '']) => !/^[A-Z].{20,}\.$/.test(reason) && !reason.startsWith('None.'))).toEqual(
      [],
    );
  });

  it('say which permission is of which browser', () => {
    const only = tableUnder('Why it needs each permission').filter(([what]) => what?.includes('(Chrome, Edge)'));
    const [chrome, edge, firefox] = BUILDS.map(({ permissions }) => permissions);
    const ofChromium = chrome?.filter((name) => edge?.includes(name) === true && firefox?.includes(name) === false);
    expect(only.flatMap(([what]) => namedIn(what))).toEqual(ofChromium);
  });

  it('disclose the data that Firefox is told of', () => {
    const told = BUILDS.flatMap((build) =>
      'browser_specific_settings' in build
        ? build.browser_specific_settings.gecko.data_collection_permissions.required
        : [],
    );
    const section = STORES.split('## What data it handles\n')[1]?.split('\n## ')[0] ?? '';
    expect(told.filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
    const yes = tableUnder('What data it handles').filter(([, answer]) => answer === 'yes');
    expect(yes).toHaveLength(told.length);
  });

  it('name the least versions of the manifests, and the id the Worker lets in', () => {
    const [chrome, , firefox] = BUILDS;
    const least = tableUnder('Packages').map(([, , version]) => version);
    const chromium = chrome !== undefined && 'minimum_chrome_version' in chrome ? chrome.minimum_chrome_version : '';
    const gecko =
      firefox !== undefined && 'browser_specific_settings' in firefox
        ? firefox.browser_specific_settings.gecko.strict_min_version
        : '';
    expect(least).toEqual([`Chrome ${chromium}`, `Edge ${chromium}`, `Firefox ${Number.parseInt(gecko, 10)}`]);
    expect(namedIn(STORES).join(' ')).toContain(`${EXTENSION_ORIGIN},`);
  });

  it('hold a single purpose, a description and a whole privacy policy', () => {
    for (const heading of ['Single purpose', 'Description', 'Privacy policy']) {
      expect([heading, STORES.split(`## ${heading}\n`)[1]?.trim().length ?? 0]).toEqual([heading, expect.any(Number)]);
      expect((STORES.split(`## ${heading}\n`)[1] ?? '').trim()).not.toBe('');
    }
    const policy = STORES.split('## Privacy policy\n')[1] ?? '';
    for (const part of ['keeps in your browser', 'sends, and to whom', 'never does', 'Your choices', 'Questions']) {
      expect(policy).toContain(part);
    }
    // Chrome's form takes 1,000 characters of each reason; Firefox's summary 250.
    expect(tableUnder('Why it needs each permission').filter(([, reason = '']) => reason.length > 1_000)).toEqual([]);
  });
});
