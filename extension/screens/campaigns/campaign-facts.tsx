import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import { Facts } from '../../components/facts.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { hostOf } from './host-of.ts';

type Fact = readonly [label: string, value: string];

/** Its settings, as far as Exotel tells them. */
export function CampaignFacts({ campaign }: { campaign: ExotelCampaign }) {
  const when = useMoment();
  const { facts } = words.campaigns;
  const times: Fact[] = [
    [facts.starts, when(campaign.sendAt)],
    [facts.ends, when(campaign.endAt)],
    [facts.created, when(campaign.createdAt)],
    [facts.updated, when(campaign.updatedAt)],
    [facts.name, campaign.name],
    [facts.id, campaign.sid],
  ];
  const reports: Fact[] = [
    ...(campaign.channel === 'sms'
      ? ([[words.campaigns.callbacks.message, campaign.callbacks.message]] as const)
      : ([
          [words.campaigns.callbacks.call, campaign.callbacks.call],
          [words.campaigns.callbacks.schedule, campaign.callbacks.schedule],
        ] as const)),
    [words.campaigns.callbacks.campaign, campaign.callbacks.campaign] as const,
  ].map(([label, address]) => [label, address === null || address === '' ? words.campaigns.nowhere : hostOf(address)]);
  return (
    <div class="facts-columns">
      <section class="card">
        <h2>{words.campaigns.factsHeading}</h2>
        <Facts facts={settingsOf(campaign)} />
      </section>
      <div class="stack">
        <section class="card stack">
          <Facts facts={times} />
          {campaign.reportUrl === null ? null : (
            <p class="small soft">
              <a href={campaign.reportUrl} target="_blank" rel="noreferrer">
                {words.campaigns.openReport}
              </a>{' '}
              {words.campaigns.reportNote}
            </p>
          )}
        </section>
        <section class="card">
          <h2>{words.campaigns.callbacksHeading}</h2>
          <Facts facts={reports} />
        </section>
      </div>
    </div>
  );
}

function settingsOf(campaign: ExotelCampaign): Fact[] {
  const { facts, deliveries, timesOf } = words.campaigns;
  const sms = campaign.channel === 'sms';
  const { contacts, retries, delivery, repeatMenu, throttle, estimatedCost } = campaign;
  const told: (readonly [label: string, value: string | null])[] = [
    [words.campaigns.contacts, contacts === null ? null : formatCount(contacts)],
    [facts.delivery, delivery === null ? null : deliveries[delivery]],
    [facts.lists, campaign.lists.length === 0 ? null : campaign.lists.join(', ')],
    [sms ? facts.smsSender : facts.sender, campaign.sender],
    [facts.flow, campaign.flowUrl],
    [sms ? facts.smsText : facts.text, campaign.text],
    [facts.repeatMenu, repeatMenu === null || repeatMenu === 0 ? null : timesOf(repeatMenu)],
    [facts.retries, retries === null ? null : retriesOf(retries)],
    [facts.throttle, throttle === null ? null : formatCount(throttle)],
    [facts.customField, campaign.customField],
    [facts.smsType, campaign.smsType],
    [facts.dltEntityId, campaign.dltEntityId],
    [facts.dltTemplateId, campaign.dltTemplateId],
    [facts.cost, estimatedCost === null ? null : estimatedCost.toFixed(2)],
  ];
  return told.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const]));
}

function retriesOf({ count, intervalMinutes, mechanism, on }: NonNullable<ExotelCampaign['retries']>): string {
  const reasons = on.map((reason) => words.editor.retryReasons[reason].toLowerCase()).join(', ');
  return words.campaigns.retriesOf(count, intervalMinutes, reasons, mechanism === 'Exponential');
}
