import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { parseExtensionOrigins } from '../extension-origins.ts';
import type { AppTypes } from '../context.ts';

/**
 * Allows the extension, by exact origin. An origin does not authenticate anybody: the token does. In Firefox every
 * install has another origin, so there the host permission is used, which needs no CORS.
 */
export function extensionCors(): MiddlewareHandler<AppTypes> {
  return cors({
    // If the setting is wrong, the unpacked build is still let in, so that the extension can be told about the setting.
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
