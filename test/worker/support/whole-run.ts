import { env } from 'cloudflare:workers';

/** `npm run test:properties` plays every row and large amounts; what every change waits for, a few that find the same. */
export const IS_WHOLE = env.PLAYS_EVERYTHING === '1';
