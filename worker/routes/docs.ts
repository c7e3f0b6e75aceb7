import { Hono } from 'hono';
import { DOCS_CSS } from '../openapi/docs-css.ts';
import { docsPage } from '../openapi/docs-page.ts';
import { openApiDocument } from '../openapi/document.ts';
import type { AppTypes } from '../context.ts';

export function docsRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();
  routes.get('/openapi.json', (c) => c.json(openApiDocument()));
  routes.get('/docs', (c) => c.html(docsPage(openApiDocument())));
  // A file of its own, because the content security policy forbids inline styles.
  routes.get('/docs.css', (c) => c.body(DOCS_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }));
  return routes;
}
