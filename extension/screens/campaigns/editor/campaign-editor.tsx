import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { ExotelCampaign } from '../../../../shared/protocol/exotel-campaign.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import { useApp } from '../../../components/app-context.ts';
import { useFirstFault } from '../../../components/form/field.tsx';
import { AskBeforeLeaving } from '../../../components/ask-before-leaving.tsx';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/status/notice.tsx';
import { PressFault } from '../../../components/status/press-fault.tsx';
import { ScreenTitle } from '../../../components/screen-title.tsx';
import { openSettings, toCampaignFields, toCampaignUpdate } from './campaign-fields.ts';
import type { CampaignFields } from './campaign-fields.ts';
import { createForm } from '../../../state/create-form.ts';
import { known } from '../../../state/loadable.ts';
import { words } from '../../../words/words.ts';
import { CampaignSettings } from './campaign-settings.tsx';
import type { CampaignPath } from './campaign-settings.tsx';
import { validateCampaign, readUpdate } from './validate-campaign.ts';

interface Props {
  campaign: ExotelCampaign;
  onSaved: (saved: ExotelCampaign) => void;
}

/** A form with exactly the settings that Exotel still allows to change. */
export function CampaignEditor({ campaign, onSaved }: Props) {
  const { clock, connection, go, places } = useApp();
  const { sid, channel } = campaign;
  const zone = connection.zone.value;
  const open = openSettings(campaign);
  const initial = useMemo(() => toCampaignFields(campaign, zone), []);
  const changed = (fields: CampaignFields) => toCampaignUpdate(fields, initial, open, zone);
  const form = useMemo(
    () =>
      createForm<CampaignFields, CampaignPath, { path: string; message: string }>(initial, (fields) =>
        validateCampaign(campaign, changed(fields), known(connection.account.loadable.value), clock.value),
      ),
    [],
  );
  const element = useRef<HTMLFormElement>(null);
  const showFirstFault = useFirstFault(element);
  const saving = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const leave = () => go({ screen: 'campaign', sid, channel, edit: false });
  const done = () => {
    places.hold(false);
    leave();
  };

  async function save(): Promise<void> {
    const client = connection.client.value;
    if (saving.value || !client) return;
    if (!form.tryToSave()) {
      showFirstFault();
      return;
    }
    const update = readUpdate(changed(form.fields.value));
    if (update === null || Object.keys(update).length === 0) return done();
    saving.value = true;
    const answered = await client.updateCampaign(sid, channel, update);
    saving.value = false;
    fault.value = answered.ok ? null : answered.error;
    if (!answered.ok) return;
    onSaved(answered.value);
    done();
  }

  const wrong = form.tried.value ? form.issues.value : [];
  const whole = form.issues.value.find(({ path }) => path === '');
  if (open.length === 0) {
    return <Notice tone="neutral">{words.campaignEditor.nothing}</Notice>;
  }
  return (
    <form
      ref={element}
      class="editor stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ScreenTitle>{words.campaignEditor.title}</ScreenTitle>
      <p class="soft">
        {campaign.editable === 'all' ? words.campaignEditor.leadAll : words.campaignEditor.leadCallbacks}{' '}
        {campaign.import === null ? null : words.campaignEditor.leadImport}
      </p>
      <CampaignSettings form={form} open={open} channel={channel} />
      <div class="save-bar">
        {whole ? <Notice tone="warn">{whole.message}</Notice> : null}
        <PressFault said={words.failed.saveCampaign} fault={fault.value} />
        <Button type="submit" look="primary" busy={saving.value}>
          {saving.value ? words.editor.saving : words.campaignEditor.save}
        </Button>
        <Button onClick={leave}>{words.shell.cancel}</Button>
        <span class="field-error" role="status">
          {wrong.length > 0 ? words.editor.fix(wrong.length) : ''}
        </span>
      </div>
      <AskBeforeLeaving changed={form.changed.value} body={words.campaignEditor.leaveBody} />
    </form>
  );
}
