import type { Plugin } from 'vite';

const FIRST = /\/entrypoints\/popup\/main\.tsx$/;

/**
 * Puts everything the popup needs for its first paint into one file. By default the bundler makes a file of whatever
 * two screens share: thirty of them, each costing a few milliseconds.
 */
export function firstInOne(): Plugin {
  const first = new Set<string>();
  return {
    name: 'first-in-one',
    buildEnd() {
      const pending = [...this.getModuleIds()].filter((id) => FIRST.test(id));
      for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
        if (first.has(id)) continue;
        // The settings page shares this file, so the code that starts the popup must not be in it.
        if (!FIRST.test(id)) first.add(id);
        pending.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
    outputOptions(output) {
      // The background is one file already.
      if (output.format === 'iife') return null;
      return { ...output, codeSplitting: { groups: [{ name: 'first', test: (id) => first.has(id) }] } };
    },
  };
}
