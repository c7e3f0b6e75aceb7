import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { parseExtensionOrigins } from '../extension-origins.ts';
import type { AppTypes } from '../context.ts';

/**
 * For the extension alone, by exact origin. Origin is not authentication: the token is. Firefox gives every install
 * another origin, so there the host permission, which needs no CORS, is what works.
 */
export function extensionCors(): MiddlewareHandler<AppTypes> {
  return cors({
    // A setting that is wrong lets the unpacked build in, so that the extension can be told that it is wrong.
    origin: (origin, c) => {
      const allowed = parseExtensionOrigins(c.env.EXTENSION_ORIGINS ?? '') ?? parseExtensionOrigins('');
      return allowed?.includes(origin) ? origin : null;
    },
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['authorization', 'content-type', 'tus-resumable', 'upload-offset', 'upload-length'],
    exposeHeaders: [
      'x-request-id',
      'tus-resumable',
      'upload-offset',
      'upload-length',
      'location',
      'content-disposition',
      'retry-after',
    ],
    maxAge: 86_400,
  });
}
