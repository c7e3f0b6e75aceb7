import { Hono } from 'hono';
import { docsPage } from '../openapi/docs-page.ts';
import { openApiDocument } from '../openapi/document.ts';
import type { AppTypes } from '../context.ts';

export function docsRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();
  routes.get('/openapi.json', (c) => c.json(openApiDocument()));
  routes.get('/docs', (c) => c.html(docsPage(openApiDocument())));
  return routes;
}
