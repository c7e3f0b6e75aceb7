import { styleText } from 'node:util';

export type BrowserNews =
  | { readonly opened: true; readonly browser: string }
  | { readonly opened: false; readonly extensionDir: string; readonly reason: string | null };

export interface Welcome {
  readonly workerUrl: string;
  readonly exotelUrl: string;
  readonly token: string;
  readonly templateId: string;
  readonly samplePath: string;
  readonly speed: number;
  readonly news: BrowserNews;
}

/** What `npm start` says when all is up. */
export function welcomeLines({ workerUrl, exotelUrl, token, templateId, samplePath, speed, news }: Welcome): string[] {
  const label = (text: string) => styleText('dim', text.padEnd(12));
  return [
    '',
    `  ${styleText(['bold', 'green'], 'Dialsheet is running')}`,
    '',
    `  ${label('Worker')}${workerUrl}   ${styleText('dim', `the API: ${workerUrl}/docs`)}`,
    `  ${label('Stand-in')}${exotelUrl}   ${styleText('dim', `for Exotel, at ${speed} times the speed of life`)}`,
    `  ${label('')}${styleText('dim', 'it calls at once, whatever the hour, and tells the times of the plan')}`,
    `  ${label('Team token')}${token}`,
    `  ${label('Sample file')}${samplePath}`,
    '',
    ...browserLines(news),
    '',
    '  Or without a browser, all at once:',
    '',
    `  curl -T '${samplePath}' -X POST -H 'Content-Type: text/csv' -H 'Authorization: Bearer ${token}' \\`,
    `    '${workerUrl}/api/imports?template=${templateId}&name=Diwali&launch=true'`,
    '',
    `  ${styleText('dim', 'Ctrl-C stops everything. What is kept is in .local/; delete it to start afresh.')}`,
    '',
  ];
}

function browserLines(news: BrowserNews): string[] {
  if (news.opened) return ['  A browser has opened with the extension: drop the sample file there.'];
  return [
    ...(news.reason === null ? [] : [`  The browser could not be given the extension: ${news.reason}`]),
    '  To use the extension: open chrome://extensions in Chrome, Chromium or Edge, switch on Developer mode,',
    `  press "Load unpacked" and choose ${news.extensionDir}`,
  ];
}
