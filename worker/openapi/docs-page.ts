import { html } from 'hono/html';
import type { OpenApiDocument } from './document.ts';

/** The calls as a plain page: no script, no third party, usable with a keyboard and in dark mode. */
export function docsPage(document: OpenApiDocument) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Dialsheet API</title>
        <link rel="stylesheet" href="/docs.css" />
      </head>
      <body>
        <main>
          <h1>Dialsheet API</h1>
          <p>${String(document.info['description'])} Machine-readable: <a href="/openapi.json">openapi.json</a>.</p>
          <p>Send <code>Authorization: Bearer &lt;team token&gt;</code> to everything under <code>/api</code>.</p>
          ${Object.entries(document.paths).flatMap(([path, calls]) =>
            Object.entries(calls).map(
              ([method, call]) =>
                html`<section>
                  <h2><code>${method.toUpperCase()} ${path}</code></h2>
                  <p>${String(call['summary'])}</p>
                  ${typeof call['description'] === 'string' ? html`<p>${call['description']}</p>` : ''}
                  <details>
                    <summary>Request and answers</summary>
                    <pre>
${JSON.stringify({ parameters: call['parameters'], requestBody: call['requestBody'], responses: call['responses'] }, null, 2)}</pre>
                  </details>
                </section>`,
            ),
          )}
          <h2>Schemas</h2>
          ${Object.entries(document.components.schemas).map(
            ([name, schema]) =>
              html`<details>
                <summary><code>${name}</code></summary>
                <pre>${JSON.stringify(schema, null, 2)}</pre>
              </details>`,
          )}
        </main>
      </body>
    </html>`;
}
