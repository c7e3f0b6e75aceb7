import type { Context } from 'hono';
import { ApiError, type Fault } from './errors.ts';
import { readConfig, type Config } from './config.ts';
import type { Env } from './env.ts';
import type { Person } from './team/person.ts';
import type { TrailFacts } from './team/trail.ts';
import type { Result } from '../shared/result.ts';

export interface AppTypes {
  Bindings: Env;
  Variables: {
    requestId: string;
    user: string;
    token: string;
    person: Person;
    /** Who came through Cloudflare Access, and until when (epoch ms); not set where Access is not required. */
    access?: { readonly identity: string; readonly until: number };
    trail?: Partial<TrailFacts>;
  };
}

export type AppContext = Context<AppTypes>;

export function configOf(c: AppContext): Config {
  const config = readConfig(c.env);
  if (config.ok) return config.value;
  throw new ApiError({ code: 'misconfigured', details: { settings: config.error.settings } });
}

/** Turns a Result from an object into its value, or throws the refusal. */
export function unwrap<T>(result: Result<T, Fault>): T {
  if (result.ok) return result.value;
  throw new ApiError(result.error);
}

export function accountsOf(c: AppContext) {
  return c.env.ACCOUNTS.getByName(configOf(c).EXOTEL_ACCOUNT_SID);
}

export function teamOf(c: AppContext) {
  return c.env.TEAM.getByName(configOf(c).EXOTEL_ACCOUNT_SID);
}

export function peopleOf(c: AppContext) {
  return c.env.PEOPLE.getByName(configOf(c).EXOTEL_ACCOUNT_SID);
}

export function importOf(c: AppContext, id: string) {
  return c.env.IMPORTS.getByName(id);
}
