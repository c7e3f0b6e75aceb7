import { describe, expect, it } from 'vitest';
import { readExotelCall } from '../../worker/dashboard/read-call-detail.ts';
import { readExotelCampaign } from '../../worker/dashboard/read-campaign-detail.ts';
import { itemsOf } from './sample-items.ts';

const NO_CALLS = { call_scheduled: 0, call_initialized: 0, call_completed: 0, call_failed: 0, call_inprogress: 0 };
const NO_NUMBERS = {
  created: 0,
  'in-progress': 0,
  retry: 0,
  retrying: 0,
  failed: 0,
  'failed-dnd': 0,
  invalid: 0,
  paused: 0,
  'failed-no-attempt': 0,
  completed: 0,
};
/** What a voice campaign never has. */
const NO_MESSAGES = { dltEntityId: null, dltTemplateId: null, smsType: null, estimatedCost: null };

function everywhere(url: string) {
  return { call: url, schedule: url, message: null, campaign: url };
}

const DYNAMIC = {
  sid: '59beaff7d1c887e877a3b5942bc389fd1688',
  channel: 'voice',
  name: 'Exotel_2022-08-08 16:33:22',
  delivery: 'dynamic',
  lists: ['b7799a24becf436da672163858e8165d'],
  sender: '0XXXX83280',
  flowUrl: null,
  flowType: 'ivr',
  text: 'Hi @@Name @@Last name , your order ID is @@Order ID . Press 1 to proceed, press 2 to abort',
  repeatMenu: 0,
  retries: { count: 1, intervalMinutes: 1, mechanism: 'Exponential', on: ['busy', 'failed'] },
  throttle: null,
  customField: '{"name": "yo"}',
  ...NO_MESSAGES,
};

const DIWALI = {
  sid: '909d2a2ba53ce07f3784668b938eb44914bo',
  channel: 'voice',
  name: 'diwali_campaign',
  contacts: null,
  delivery: 'static',
  lists: ['71ee118172044804ac5ed2271167c02b'],
  sender: '03349360005',
  flowUrl: 'https://my.exotel.com/<your_sid>/exoml/start_voice/4',
  flowType: null,
  text: null,
  repeatMenu: null,
  retries: { count: 1, intervalMinutes: 1, mechanism: 'Exponential', on: ['busy', 'failed'] },
  throttle: null,
  customField: '{"name": "yo"}',
  sendAt: '2020-11-24T23:53:19+05:30',
  endAt: '2020-12-24T23:53:19+05:30',
  callbacks: everywhere('https://webhook.site/21a6f658-10d4-4b95-9001-c7bf00239502'),
  ...NO_MESSAGES,
  stats: {},
  summary: NO_CALLS,
  createdAt: '2020-11-24T23:52:19+05:30',
  updatedAt: '2020-11-24T23:52:19+05:30',
  reportUrl: null,
};

/** What a sample is read as, and the moment it is read at. */
const READ: readonly (readonly [file: string, now: string, campaign: unknown])[] = [
  [
    'voice-create-response.json',
    '2022-08-08T16:33:23+05:30',
    {
      ...DYNAMIC,
      state: 'created',
      word: 'Created',
      contacts: null,
      sendAt: '2022-08-08T16:34:22+05:30',
      endAt: '2022-09-07T16:34:22+05:30',
      callbacks: everywhere('https://mycallback.sampledomain.in/1gvta9f1'),
      stats: { ...NO_NUMBERS, pending: 0 },
      summary: NO_CALLS,
      createdAt: '2022-08-08T16:33:22+05:30',
      updatedAt: '2022-08-08T16:33:22+05:30',
      reportUrl: null,
      actions: ['pause', 'delete'],
      editable: 'all',
    },
  ],
  [
    'voice-get-response.json',
    '2022-08-08T17:00:00+05:30',
    {
      ...DYNAMIC,
      state: 'completed',
      word: 'Completed',
      contacts: 2,
      sendAt: '2022-08-08T16:34:23+05:30',
      endAt: '2022-09-07T16:34:23+05:30',
      callbacks: everywhere('https://webhook.site/59590860-f765-499c-bf45-47e14676b1f1'),
      stats: { ...NO_NUMBERS, completed: 2, pending: 0 },
      summary: { ...NO_CALLS, call_initialized: 2, call_completed: 2 },
      createdAt: '2022-08-08T16:33:23+05:30',
      updatedAt: '2022-08-08T16:40:42+05:30',
      reportUrl: 'https://campaigns-reports.s3.ap-southeast-1.amazonaws.com/59beaff7d1c887e877a3b5942bc389fd1688.csv',
      actions: ['archive'],
      editable: 'none',
    },
  ],
  [
    'voice-action-response.json',
    '2020-11-25T10:00:00+05:30',
    { ...DIWALI, state: 'paused', word: 'paused', actions: ['resume', 'complete'], editable: 'callbacks' },
  ],
  [
    'voice-update-response.json',
    '2020-11-24T23:53:00+05:30',
    { ...DIWALI, state: 'created', word: 'Created', actions: ['pause', 'delete'], editable: 'all' },
  ],
  [
    'sms-action-response.json',
    '2022-08-19T12:21:35+05:30',
    {
      sid: '90dad70b939f469fbf8b801660148272',
      channel: 'sms',
      name: 'camp1',
      state: 'archived',
      word: 'archived',
      contacts: 1,
      delivery: 'static',
      lists: ['f2284e77ea5a4224911251b08f861af2'],
      sender: 'EXOTEL',
      flowUrl: null,
      flowType: null,
      text: '12345 is your One Time Password (OTP) for logging into Exotel dashboard.',
      repeatMenu: null,
      retries: null,
      throttle: null,
      customField: null,
      sendAt: '2022-08-10T21:57:00+05:30',
      endAt: '2022-09-09T21:57:00+05:30',
      callbacks: { call: null, schedule: null, message: 'https://www.test-campaign.com', campaign: null },
      dltEntityId: '1101428740000012125',
      dltTemplateId: '1107160016142600511',
      smsType: 'transactional',
      estimatedCost: 0.17,
      stats: {
        scheduled: 0,
        submitted: 0,
        failed: 0,
        'failed-dnd': 0,
        invalid: 0,
        'failed-no-attempt': 0,
        sent: 1,
        'failed-expired': 0,
        'failed-no-balance': 0,
      },
      summary: {},
      createdAt: '2022-08-10T21:47:52+05:30',
      updatedAt: '2022-08-19T12:21:34+05:30',
      reportUrl:
        'https://exotelreports.s3.ap-southeast-1.amazonaws.com/sms-campaign-report/account_sid=Exotel/_timestamp=1660170935/8220cbfd56b04f3db7d885316158fc1f.csv',
      actions: [],
      editable: 'none',
    },
  ],
];

describe('a campaign as Exotel prints it', () => {
  it.each(READ)('is read in full from %s', (file, at, campaign) => {
    const now = Date.parse(at);
    const channel = file.startsWith('sms') ? 'sms' : 'voice';
    const read = itemsOf(file).map((item) => readExotelCampaign(item, channel, now));
    expect(read).toEqual([{ ...Object(campaign), asOf: new Date(now).toISOString() }]);
  });

  it('is read in full from every item of the list', () => {
    const now = Date.parse('2021-06-22T10:00:00+05:30');
    const same = {
      channel: 'voice',
      contacts: 1,
      delivery: 'inline',
      lists: [],
      sender: '03349360005',
      flowUrl: 'https://my.exotel.com/<your_sid>/exoml/start_voice/4',
      flowType: null,
      text: null,
      repeatMenu: null,
      retries: { count: 1, intervalMinutes: 1, mechanism: 'Exponential', on: ['busy', 'no-answer', 'failed'] },
      throttle: null,
      customField: '{"name": "time"}',
      callbacks: everywhere('https://webhook.site/65022bd9-a447-4ab8-975a-6ce2bd504843'),
      ...NO_MESSAGES,
      asOf: new Date(now).toISOString(),
    };
    const waiting = {
      ...same,
      state: 'created',
      word: 'Created',
      stats: NO_NUMBERS,
      summary: NO_CALLS,
      reportUrl: null,
    };
    const open = { actions: ['pause', 'delete'], editable: 'callbacks' };
    expect(itemsOf('voice-list-response.json').map((item) => readExotelCampaign(item, 'voice', now))).toEqual([
      {
        ...same,
        sid: '046141c8f6edde79938e69af34e560ef156l',
        name: '<your_sid>_2021-06-21 22:28:47',
        state: 'completed',
        word: 'Completed',
        sendAt: '2021-06-21T22:29:47+05:30',
        endAt: '2021-07-21T22:29:47+05:30',
        stats: { ...NO_NUMBERS, completed: 1 },
        summary: { ...NO_CALLS, call_scheduled: 1, call_initialized: 1, call_completed: 1 },
        createdAt: '2021-06-21T22:28:47+05:30',
        updatedAt: '2021-06-21T22:35:54+05:30',
        reportUrl:
          'https://campaigns-reports-qa-us3.s3.us-west-2.amazonaws.com/046141c8f6edde79938e69af34e560ef156l.csv',
        actions: ['archive'],
        editable: 'none',
      },
      {
        ...waiting,
        ...open,
        sid: '391db1c6f28ca06273ba200221767fe3156l',
        name: '<your_sid>_2021-06-21 21:58:43',
        sendAt: '2021-06-21T21:59:43+05:30',
        endAt: '2021-07-21T21:59:43+05:30',
        createdAt: '2021-06-21T21:58:43+05:30',
        updatedAt: '2021-06-21T21:58:43+05:30',
      },
      {
        ...waiting,
        ...open,
        sid: 'cff6e2d08f563dc358a9c565e10cd9d3156l',
        name: '<your_sid>_2021-06-21 21:47:41',
        sendAt: '2021-06-21T21:48:42+05:30',
        endAt: '2021-07-21T21:48:42+05:30',
        createdAt: '2021-06-21T21:47:42+05:30',
        updatedAt: '2021-06-21T21:47:42+05:30',
      },
    ]);
  });

  it('has calls that are read in full', () => {
    const same = {
      name: null,
      detail: null,
      at: '2021-07-11T12:08:00+05:30',
      endedAt: '2021-07-11T12:08:00+05:30',
      digits: null,
      recordingUrl: null,
      sender: '08088919888',
      text: null,
    };
    expect(itemsOf('voice-calls-response.json').map((item) => readExotelCall(item, 'voice'))).toEqual([
      {
        ...same,
        sid: 'e03f3cf9b27cea6108d1195c5753157b',
        number: '+919449141947',
        status: 'failed',
        durationSeconds: 3,
      },
      {
        ...same,
        sid: 'f93248f8e1a8e8b28b649ad5150a157b',
        number: '+919946986806',
        status: 'no-answer',
        durationSeconds: 51,
      },
      {
        ...same,
        sid: '71ff290dc61eb39518af202ce37f157b',
        number: '+919310398307',
        status: 'failed',
        durationSeconds: 18,
      },
    ]);
  });
});
