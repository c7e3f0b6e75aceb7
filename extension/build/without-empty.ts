import type { Plugin } from 'vite';

/** An empty script that WXT adds for its plugins. We have none, and each script of a page delays its first paint. */
const EMPTY = /\s*<script\b[^>]*\bsrc="\/(chunks\/_virtual_wxt-html-plugins[^"]*)"[^>]*><\/script>/;

/** Removes that empty script from the pages. */
export function withoutEmpty(): Plugin {
  return {
    name: 'without-empty',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const name = EMPTY.exec(html)?.[1];
        const script = name === undefined ? undefined : bundle?.[name];
        if (script?.type !== 'chunk' || script.code.trim() !== '') return html;
        return html.replace(EMPTY, '');
      },
    },
  };
}
