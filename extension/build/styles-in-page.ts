import type { Plugin } from 'vite';

const OPENED = /<html[^>]* data-surface="(?:opening|panel)"/;
const LINK = /<link rel="stylesheet"[^>]*href="\/(?<file>assets\/first-[^"]+\.css)"[^>]*>/;
const STYLE = /<style>(?<css>[^<]*)<\/style>/;

/**
 * Writes the styles of the first paint into the page: a file of their own is a request that everything waits for. Its link
 * stays, for nothing: a part of the app that needs the file looks for it there, and would bring it once more behind its own.
 */
export function stylesInPage(): Plugin {
  return {
    name: 'styles-in-page',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!OPENED.test(html)) return html;
        const file = LINK.exec(html)?.groups?.['file'];
        const asset = file === undefined ? undefined : bundle?.[file];
        if (asset?.type !== 'asset') return html;
        const unused = `<link rel="stylesheet" media="not all" crossorigin href="/${asset.fileName}">`;
        return html.replace(LINK, () => `<style>${String(asset.source).trim()}</style>${unused}`);
      },
    },
  };
}

/** Lets the browser take just the styles that these pages hold, by their digest. */
export async function allowStyles(policy: string, pages: readonly string[]): Promise<string> {
  const digests = await Promise.all(
    pages.map(async (html) => {
      const css = STYLE.exec(html)?.groups?.['css'] ?? '';
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css)));
      return `'sha256-${btoa(String.fromCodePoint(...digest))}'`;
    }),
  );
  return policy.replace("style-src 'self'", ["style-src 'self'", ...new Set(digests)].join(' '));
}
