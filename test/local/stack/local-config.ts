import { createHash, randomBytes } from 'node:crypto';

/** What a Worker on this machine is told: throwaway secrets, and the stand-in where Exotel would be. */
export interface LocalConfig {
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What the stand-in takes for its account unless told otherwise. */
const STAND_IN_SECRETS = {
  EXOTEL_API_KEY: 'demo-key',
  EXOTEL_API_TOKEN: 'demo-token',
  EXOTEL_ACCOUNT_SID: 'dialsheet-demo',
};

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** `requestsPerMinute` is far above Exotel's 30 unless given: the stand-in does not mind, and nobody waits for nothing. */
export function localConfig(settings: {
  readonly port: number;
  readonly exotelUrl: string;
  readonly token: string;
  readonly user: string;
  readonly callbackSecret: string;
  readonly requestsPerMinute?: number;
  readonly vars?: Readonly<Record<string, string>>;
}): LocalConfig {
  const sha256 = createHash('sha256').update(settings.token).digest('hex');
  return {
    vars: {
      EXOTEL_BASE_URL: settings.exotelUrl,
      PUBLIC_URL: `http://127.0.0.1:${settings.port}`,
      EXOTEL_REQUESTS_PER_MINUTE: String(settings.requestsPerMinute ?? 3_000),
      CALLS_PER_MINUTE: '60',
      CALLING_WINDOW: '09:00-21:00',
      TIME_ZONE: 'Asia/Kolkata',
      DEFAULT_COUNTRY: 'IN',
      RETENTION_DAYS: '90',
      LOCAL_DESTINATIONS: 'true',
      ...settings.vars,
    },
    secrets: {
      ...STAND_IN_SECRETS,
      TEAM_TOKENS: JSON.stringify([{ name: settings.user, sha256 }]),
      CALLBACK_SECRET: settings.callbackSecret,
    },
  };
}
