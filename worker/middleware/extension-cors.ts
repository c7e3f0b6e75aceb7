import { cors } from 'hono/cors';
import { EXTENSION_ORIGIN } from '../../shared/protocol/extension-origin.ts';

/**
 * For the extension alone, by exact origin. Origin is not authentication: the token is. Firefox gives every install
 * another origin, so there the host permission, which needs no CORS, is what works.
 */
export function extensionCors() {
  return cors({
    origin: EXTENSION_ORIGIN,
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
