import '../zod-setup.ts';
import type { z } from 'zod';
import { accountSchema, healthSchema } from '../../shared/protocol/account.ts';
import { brakeSchema } from '../../shared/protocol/brake.ts';
import { contactSearchSchema, paceSchema } from '../../shared/protocol/contact.ts';
import {
  exoPhonePageSchema,
  exotelCallSchema,
  exotelCampaignSchema,
  exotelListSchema,
} from '../../shared/protocol/exotel-campaign.ts';
import { importSchema, importSummarySchema, previewSchema } from '../../shared/protocol/import.ts';
import { liveMessageSchema, liveTicketSchema } from '../../shared/protocol/live.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { teamRulesSchema } from './team-answers.ts';

interface Answers {
  readonly teamRules: z.infer<typeof teamRulesSchema>;
  readonly health: z.infer<typeof healthSchema>;
  readonly account: z.infer<typeof accountSchema>;
  readonly brake: z.infer<typeof brakeSchema>;
  readonly template: z.infer<typeof templateSchema>;
  readonly templates: z.infer<typeof templatesSchema>;
  readonly import: z.infer<typeof importSchema>;
  readonly imports: z.infer<typeof importsSchema>;
  readonly exotelCampaign: z.infer<typeof exotelCampaignSchema>;
  readonly exotelCampaigns: z.infer<typeof exotelCampaignsSchema>;
  readonly exotelCalls: z.infer<typeof exotelCallsSchema>;
  readonly exoPhones: z.infer<typeof exoPhonePageSchema>;
  readonly exotelLists: z.infer<typeof exotelListsSchema>;
  readonly contactSearch: z.infer<typeof contactSearchSchema>;
  readonly pace: z.infer<typeof paceSchema>;
  readonly preview: z.infer<typeof previewSchema>;
  readonly liveTicket: z.infer<typeof liveTicketSchema>;
  readonly live: z.infer<typeof liveMessageSchema>;
}

export type AnswerName = keyof Answers;
export type Answer<Name extends AnswerName> = Answers[Name];

const templatesSchema = pageSchema(templateSchema);
const importsSchema = pageSchema(importSummarySchema);
const exotelCampaignsSchema = pageSchema(exotelCampaignSchema);
const exotelCallsSchema = pageSchema(exotelCallSchema);
const exotelListsSchema = pageSchema(exotelListSchema);

/** What each answer must look like before anything reads it. */
const schemas: { readonly [Name in AnswerName]: z.ZodType<Answers[Name]> } = {
  health: healthSchema,
  account: accountSchema,
  brake: brakeSchema,
  template: templateSchema,
  templates: templatesSchema,
  import: importSchema,
  imports: importsSchema,
  exotelCampaign: exotelCampaignSchema,
  exotelCampaigns: exotelCampaignsSchema,
  exotelCalls: exotelCallsSchema,
  exoPhones: exoPhonePageSchema,
  exotelLists: exotelListsSchema,
  contactSearch: contactSearchSchema,
  pace: paceSchema,
  preview: previewSchema,
  liveTicket: liveTicketSchema,
  live: liveMessageSchema,
  teamRules: teamRulesSchema,
};

/** The answer, or null when it is not of that kind. */
export function parseAnswer<Name extends AnswerName>(name: Name, body: unknown): Answer<Name> | null {
  const schema: z.ZodType<Answers[Name]> = schemas[name];
  return schema.safeParse(body).data ?? null;
}
