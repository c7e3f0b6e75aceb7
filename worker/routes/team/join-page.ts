import { Hono } from 'hono';
import { html } from 'hono/html';
import { INVITE_MINUTES } from '../../../shared/team-limits.ts';
import type { AppTypes } from '../../context.ts';

/**
 * The page that an invite link opens in a browser; it explains what to do. The code is behind the # and is not sent to
 * us.
 */
export function joinPageRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().get('/', (c) =>
    c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>Join the team on Dialsheet</title>
            <link rel="stylesheet" href="/docs.css" />
          </head>
          <body>
            <main>
              <h1>Join the team on Dialsheet</h1>
              <ol>
                <li>Copy the whole address of this page, from the browser’s address bar.</li>
                <li>Open Dialsheet in your browser’s toolbar, then its settings.</li>
                <li>Paste the address into “Worker address” and press “Join the team”.</li>
              </ol>
              <p>The link works once, for ${INVITE_MINUTES} minutes.</p>
              <section lang="hi">
                <h2>Dialsheet पर टीम से जुड़ें</h2>
                <ol>
                  <li>ब्राउज़र के पता बार से इस पेज का पूरा पता कॉपी करें।</li>
                  <li>ब्राउज़र के टूलबार में Dialsheet खोलें, फिर उसकी सेटिंग।</li>
                  <li>पता “Worker का पता” में चिपकाएँ और “टीम से जुड़ें” दबाएँ।</li>
                </ol>
                <p>लिंक एक ही बार, ${INVITE_MINUTES} मिनट तक चलता है।</p>
              </section>
            </main>
          </body>
        </html>`,
    ),
  );
}
