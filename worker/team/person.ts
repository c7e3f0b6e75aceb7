import type { Role } from '../../shared/team/roles.ts';

/** The person who asks, according to their token. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  /** True if the token was made in the app; otherwise it is in the secret TEAM_TOKENS. */
  readonly isMade: boolean;
  /** The only template the token may use; null for any. */
  readonly template: string | null;
  /** When the token ends (epoch ms); null for never. */
  readonly expiresAt: number | null;
}
