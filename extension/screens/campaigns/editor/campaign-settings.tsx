import type { Channel } from '../../../../shared/template/template-schema.ts';
import { CallerIdField } from '../../../components/form/caller-id-field.tsx';
import { RetryFields } from '../../../components/form/retry-fields.tsx';
import type { RetryPath } from '../../../components/form/retry-fields.tsx';
import { MomentField } from '../../../components/form/moment-field.tsx';
import { TextInput } from '../../../components/form/text-input.tsx';
import { useApp } from '../../../components/app-context.ts';
import type { CampaignFields, CampaignSetting } from './campaign-fields.ts';
import type { Form } from '../../../state/create-form.ts';
import { known } from '../../../state/loadable.ts';
import { zoneLabel } from '../../../words/format-time.ts';
import { words } from '../../../words/words.ts';

export type CampaignPath = CampaignSetting | RetryPath;

const SAID: readonly CampaignSetting[] = ['name', 'sender', 'flowUrl', 'text', 'repeatMenu', 'customField'];
const WHEN: readonly CampaignSetting[] = ['sendAt', 'endAt', 'throttle'];
const REPORTS: readonly CampaignSetting[] = ['call', 'schedule', 'message', 'campaign'];

interface Props {
  form: Form<CampaignFields, CampaignPath>;
  open: readonly CampaignSetting[];
  channel: Channel;
}

/** The settings that may change, in groups. */
export function CampaignSettings({ form, open, channel }: Props) {
  const { clock, connection } = useApp();
  const account = known(connection.account.loadable.value);
  const among = (settings: readonly CampaignSetting[]) => settings.filter((setting) => open.includes(setting));
  const field = (setting: CampaignSetting) => (
    <SettingField key={setting} form={form} setting={setting} channel={channel} />
  );
  const hours = account
    ? words.campaignEditor.hours(account.window.from, account.window.to, zoneLabel(clock.value, connection.zone.value))
    : null;
  return (
    <div class="editor-columns">
      {among(SAID).length > 0 ? (
        <div class="stack">
          <section class="card fields">{among(SAID).map(field)}</section>
          {open.includes('retries') ? <RetryFields form={form} /> : null}
        </div>
      ) : null}
      <div class="stack">
        {among(WHEN).length > 0 ? (
          <section class="card fields">
            <h2>{words.campaignEditor.whenHeading}</h2>
            {hours === null ? null : <p class="field-hint">{hours}</p>}
            {among(WHEN).map(field)}
          </section>
        ) : null}
        {among(REPORTS).length > 0 ? (
          <section class="card fields">
            <h2>{words.campaigns.callbacksHeading}</h2>
            <p class="field-hint">{words.campaignEditor.callbacksHint}</p>
            {among(REPORTS).map(field)}
          </section>
        ) : null}
      </div>
    </div>
  );
}

interface SettingProps {
  form: Form<CampaignFields, CampaignPath>;
  setting: CampaignSetting;
  channel: Channel;
}

function SettingField({ form, setting, channel }: SettingProps) {
  if (setting === 'retries') return null;
  const common = {
    value: form.fields.value[setting],
    error: form.shown(setting),
    onBlur: () => form.leave(setting),
  };
  const change = (value: string) => form.change({ [setting]: value });
  if (setting === 'sender' && channel === 'voice') return <CallerIdField {...common} onChange={change} />;
  const { labels, smsLabels } = words.campaignEditor;
  const label = channel === 'sms' ? { ...labels, ...smsLabels }[setting] : labels[setting];
  if (setting === 'sendAt' || setting === 'endAt') return <MomentField {...common} label={label} onChange={change} />;
  const look =
    setting === 'text'
      ? ({ kind: 'lines' } as const)
      : setting === 'throttle' || setting === 'repeatMenu'
        ? ({ inputMode: 'numeric', narrow: true } as const)
        : setting === 'name' || setting === 'sender' || setting === 'customField'
          ? {}
          : ({ inputMode: 'url' } as const);
  return <TextInput {...common} {...look} label={label} onInput={change} />;
}
