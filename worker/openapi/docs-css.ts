/** Plain style for reading: one accent colour, the system's font, light or dark as the system is. */
export const DOCS_CSS = `
:root { color-scheme: light dark; --line: light-dark(#dedbd3, #3a3833); --accent: light-dark(#0b6b5d, #52c7b2); }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#f7f6f2, #161512); color: light-dark(#1c1b19, #f1efe9); }
main { max-width: 56rem; margin: 0 auto; padding: 32px 16px 64px; }
h1 { font-size: 28px; margin: 0 0 8px; }
h2 { font-size: 16px; margin: 0; }
section { border-top: 1px solid var(--line); padding: 16px 0; }
section p { margin: 4px 0 8px; }
a, summary { color: var(--accent); }
summary { cursor: pointer; }
code, pre { font: 14px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { border: 1px solid var(--line); border-radius: 8px; padding: 12px; overflow: auto; max-height: 32rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
