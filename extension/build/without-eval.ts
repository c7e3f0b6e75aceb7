import type { Plugin } from 'vite';

/**
 * Library code that none of our screens uses and that the stores' linter warns of. It is removed, so that the warnings
 * need no explanation.
 */
const CUTS = [
  // zod checks once whether it may compile schemas; the extension runs it without that, as the content security policy
  // requires.
  { file: '/zod/v4/core/util.js', from: /const F = Function;\s*new F\(""\);\s*return true;/, to: 'return false;' },
  // Preact's dangerouslySetInnerHTML, which we never use; with this, it would only set text.
  { file: '/preact/dist/preact.mjs', from: /\.innerHTML=(\w+)\.__html/, to: '.textContent=$1.__html' },
];

/**
 * Removes this code while building. If a library no longer has it, the build fails, so that this list stays correct.
 */
export function withoutEval(): Plugin {
  return {
    name: 'without-eval',
    transform(code, id) {
      const cut = CUTS.find(({ file }) => id.split('?')[0]?.endsWith(file));
      if (cut === undefined) return null;
      if (!cut.from.test(code)) this.error(`${cut.file} has changed: see what the stores' linter says of it now.`);
      return { code: code.replace(cut.from, cut.to), map: null };
    },
  };
}
