import type { Plugin } from 'vite';

/** One of WXT's own, for its plugins: we have none, and each script of a page is a request before its first paint. */
const EMPTY = /\s*<script\b[^>]*\bsrc="\/(chunks\/_virtual_wxt-html-plugins[^"]*)"[^>]*><\/script>/;

/** Leaves a script that says nothing out of the pages. */
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
