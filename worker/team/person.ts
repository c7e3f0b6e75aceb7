import type { Role } from '../../shared/team/roles.ts';

/** Who asks, as far as their token says. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  /** Here, in the app; else the secret TEAM_TOKENS lets them in. */
  readonly isMade: boolean;
  /** The only template they may use; null for any. */
  readonly template: string | null;
  /** Epoch ms; null for never. */
  readonly expiresAt: number | null;
}
