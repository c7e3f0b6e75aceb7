import { createApp } from './app.ts';
import type { Env } from './env.ts';
import { tellDay } from './tell-day.ts';
import { wakeImports } from './wake-imports.ts';
import { wakePeople } from './wake-people.ts';
import { wakeSinks } from './wake-sinks.ts';

export { AccountObject } from './account/account-object.ts';
export { CampaignObject } from './campaign/campaign-object.ts';
export { DestinationObject } from './sink/destination-object.ts';
export { SinkDirectoryObject } from './sink/sink-directory-object.ts';
export { SinkObject } from './sink/sink-object.ts';
export { TeamObject } from './team/team-object.ts';
export { ImportObject } from './import/import-object.ts';
export { PeopleObject } from './people/people-object.ts';

const app = createApp();

export default {
  fetch: app.fetch,
  scheduled: async (_controller, env) => {
    const sinks = wakeSinks(env).then((wanted) => tellDay(env, wanted, Date.now()));
    await Promise.all([wakeImports(env), sinks, wakePeople(env)]);
  },
} satisfies ExportedHandler<Env>;
