import type { Plugin } from 'vite';

/** Library code that no screen of ours reaches, and that the stores' linter warns of: taken out rather than excused. */
const CUTS = [
  // zod asks once whether it may compile schemas; the extension runs it without, as the content security policy demands.
  { file: '/zod/v4/core/util.js', from: /const F = Function;\s*new F\(""\);\s*return true;/, to: 'return false;' },
  // Preact's dangerouslySetInnerHTML. Nothing of ours uses it; text is what would be left of it.
  { file: '/preact/dist/preact.mjs', from: /\.innerHTML=(\w+)\.__html/, to: '.textContent=$1.__html' },
];

/** Cuts them while building. A library that no longer has the code fails the build, so that this list stays true. */
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
