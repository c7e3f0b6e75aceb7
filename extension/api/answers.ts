import '../zod-setup.ts';
import { z } from 'zod';
import { accountSchema, healthSchema } from '../../shared/protocol/account.ts';
import { brakeSchema } from '../../shared/protocol/brake.ts';
import { contactSearchSchema, paceSchema } from '../../shared/protocol/contact.ts';
import {
  exoPhonePageSchema,
  exotelCallSchema,
  exotelCampaignSchema,
  exotelListSchema,
} from '../../shared/protocol/exotel-campaign.ts';
import { deliverySchema, destinationSchema, newDestinationSchema } from '../../shared/protocol/destination.ts';
import { importSchema, importSummarySchema, previewSchema } from '../../shared/protocol/import.ts';
import { liveMessageSchema, liveTicketSchema } from '../../shared/protocol/live.ts';
import { liveCallbacksSchema } from '../../shared/protocol/live-callbacks.ts';
import { callbackItemSchema, sinkSchema } from '../../shared/protocol/sink.ts';
import { suppressionSchema, uploadResultSchema } from '../../shared/people/suppression.ts';
import { personSchema } from '../../shared/protocol/person.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { teamRulesSchema } from './team-answers.ts';

interface Answers {
  readonly teamRules: z.infer<typeof teamRulesSchema>;
  readonly health: z.infer<typeof healthSchema>;
  readonly account: z.infer<typeof accountSchema>;
  readonly suppression: z.infer<typeof suppressionSchema>;
  readonly suppressions: z.infer<typeof suppressionsSchema>;
  readonly suppressionUpload: z.infer<typeof uploadResultSchema>;
  readonly person: z.infer<typeof personSchema>;
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
  readonly callbacks: z.infer<typeof callbacksSchema>;
  readonly liveCallbacks: z.infer<typeof liveCallbacksSchema>;
  readonly sink: z.infer<typeof sinkSchema>;
  readonly sinks: z.infer<typeof sinksSchema>;
  readonly destination: z.infer<typeof destinationSchema>;
  readonly newDestination: z.infer<typeof newDestinationSchema>;
  readonly destinations: z.infer<typeof destinationsSchema>;
  readonly delivery: z.infer<typeof deliverySchema>;
  readonly deliveries: z.infer<typeof deliveriesSchema>;
  readonly replayed: z.infer<typeof replayedSchema>;
}

export type AnswerName = keyof Answers;
export type Answer<Name extends AnswerName> = Answers[Name];

const suppressionsSchema = pageSchema(suppressionSchema);
const templatesSchema = pageSchema(templateSchema);
const importsSchema = pageSchema(importSummarySchema);
const exotelCampaignsSchema = pageSchema(exotelCampaignSchema);
const exotelCallsSchema = pageSchema(exotelCallSchema);
const exotelListsSchema = pageSchema(exotelListSchema);
const callbacksSchema = pageSchema(callbackItemSchema);
const sinksSchema = pageSchema(sinkSchema);
const destinationsSchema = pageSchema(destinationSchema);
const deliveriesSchema = pageSchema(deliverySchema);
const replayedSchema = z.object({ replayed: z.int().min(0) });

/** What each answer must look like before anything reads it. */
const schemas: { readonly [Name in AnswerName]: z.ZodType<Answers[Name]> } = {
  health: healthSchema,
  account: accountSchema,
  suppression: suppressionSchema,
  suppressions: suppressionsSchema,
  suppressionUpload: uploadResultSchema,
  person: personSchema,
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
  callbacks: callbacksSchema,
  liveCallbacks: liveCallbacksSchema,
  sink: sinkSchema,
  sinks: sinksSchema,
  destination: destinationSchema,
  newDestination: newDestinationSchema,
  destinations: destinationsSchema,
  delivery: deliverySchema,
  deliveries: deliveriesSchema,
  replayed: replayedSchema,
};

/** The answer, or null if it does not match that schema. */
export function parseAnswer<Name extends AnswerName>(name: Name, body: unknown): Answer<Name> | null {
  const schema: z.ZodType<Answers[Name]> = schemas[name];
  return schema.safeParse(body).data ?? null;
}
