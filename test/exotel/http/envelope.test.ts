import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, create, FLOW_URL, put } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';

const STARTS = '2022-08-08T16:33:22.749+05:30';
const NUMBER = '+917987616844';
const RETRIES = { number_of_retries: 1, interval_mins: 1, mechanism: 'Exponential', on_status: ['failed', 'busy'] };
const CALLBACK = 'http://127.0.0.1:9/none';
const CALLBACKS = { status_callback: CALLBACK, call_status_callback: CALLBACK, call_schedule_callback: CALLBACK };
const NO_CALLS = '"call_scheduled":0,"call_initialized":0,"call_completed":0,"call_failed":0,"call_inprogress":0';
const STATS =
  '"created":0,"in-progress":0,"retry":0,"retrying":0,"failed":0,"failed-dnd":0,"invalid":0,"paused":0,"failed-no-attempt":0,"completed":0,"pending":0';

let exotel: Exotel;
beforeEach(async () => {
  exotel = await startExotel({
    startAt: Date.parse(STARTS),
    speed: 1e-6,
    settings: { pastSendAt: 'start_now' },
    script: { [NUMBER]: [{ result: 'completed', seconds: 12, digit: '2' }] },
  });
});
afterEach(() => exotel.close());

/** The text without the parts that differ in every run: request id, campaign id, call sid, nanoseconds. */
function still(text: string, id: string): string {
  return text
    .replaceAll(id, '<id>')
    .replace(/"request_id":"[0-9a-f]{32}"/, '"request_id":"<hex>"')
    .replaceAll(/"call_sid":"[0-9a-f]{28}1688"/g, '"call_sid":"<sid>"')
    .replace(/(T16:33:22\.749)\d{6}/, '$1<nanos>');
}

function campaignBytes(status: string, extra: { uri?: string; stats?: string; report?: string } = {}): string {
  return (
    `"name":"Diwali leads","type":"trans","from":["${NUMBER}"],"caller_id":"08088919888","campaign_type":"static",` +
    `"read_via_text":"Press 1","repeat_menu_attempts":0,"flow_type":"ivr",` +
    `"retries":${JSON.stringify(RETRIES)},"schedule":{"send_at":"2022-08-08T16:34:22+05:30","end_at":"2022-09-07T16:34:22+05:30"},` +
    `"status_callback":"${CALLBACK}","call_status_callback":"${CALLBACK}","call_schedule_callback":"${CALLBACK}",` +
    `"custom_field":"{\\"name\\": \\"yo\\"}","date_created":"2022-08-08T16:33:22+05:30",` +
    `"date_updated":"${extra.report === undefined ? '2022-08-08T16:33:22' : '2022-08-08T16:34:34'}+05:30","status":"${status}",` +
    `${extra.uri ?? ''}${extra.report ?? ''}"call_status_callback_params":null,"call_duplicate_numbers":false,` +
    `"stats":{${extra.stats ?? STATS}},"mode":"auto"}`
  );
}

const IVR = {
  url: undefined,
  flow_type: 'ivr',
  read_via_text: 'Press 1',
  from: [NUMBER],
  retries: RETRIES,
  ...CALLBACKS,
  custom_field: '{"name": "yo"}',
};
const MADE_FLOW = /"url":"http:\/\/my\.exotel\.com\/dialsheet-demo\/exoml\/start_voice\/\d{6}",/;

describe('envelope', () => {
  it('answers a create with the bytes of the sample, nanoseconds and a flow of its own included', async () => {
    const { status, text, id } = await create(exotel.url, IVR);
    expect(status).toBe(200);
    expect(id).toMatch(/^[0-9a-f]{32}1688$/);
    expect(text).toMatch(MADE_FLOW);
    expect(still(text, id).replace(MADE_FLOW, '')).toBe(
      '{"request_id":"<hex>","method":"POST","http_code":200,"response":[{"code":200,"error_data":null,"status":"success",' +
        `"data":{"id":"<id>","account_sid":"dialsheet-demo",${campaignBytes('Created')},` +
        `"summary":{"campaign_sid":"<id>",${NO_CALLS},"DateCreated":"2022-08-08T16:33:22.749<nanos>+05:30"}}]}`,
    );
  });

  it('answers a single GET of a finished campaign with counters of 0 and a report', async () => {
    const { id } = await create(exotel.url, IVR);
    await exotel.control.setClock({ skipTo: '2022-08-08T17:00:00+05:30' });
    const { status, text } = await ask(exotel.url, { path: `/${id}` });
    const report = '"report_url":"https://campaigns-reports.s3.ap-southeast-1.amazonaws.com/<id>.csv",';
    expect(status).toBe(200);
    expect(still(text, id).replace(MADE_FLOW, '')).toBe(
      '{"request_id":"<hex>","method":"GET","http_code":200,"metadata":{"count":0,"offset":0,"total":0,"limit":20},' +
        '"response":[{"code":200,"error_data":null,"status":"success","data":{"id":"<id>","account_sid":"dialsheet-demo",' +
        `${campaignBytes('Completed', { report, stats: STATS.replace('"completed":0', '"completed":1') })},` +
        '"summary":{"campaign_sid":"<id>","call_scheduled":0,"call_initialized":1,"call_completed":1,"call_failed":0,' +
        '"call_inprogress":0,"DateCreated":"2022-08-08T16:33:22+05:30"}}]}',
    );
  });

  it('answers the list with 207, real counters and each uri', async () => {
    const { id } = await create(exotel.url, IVR);
    const { status, text } = await ask(exotel.url, { path: '?limit=3' });
    const uri = '"uri":"/v2/accounts/dialsheet-demo/campaigns/<id>",';
    expect(status).toBe(207);
    expect(still(text, id).replace(MADE_FLOW, '')).toBe(
      '{"request_id":"<hex>","method":"GET","http_code":207,"metadata":{"count":1,"offset":0,"total":1,"limit":3},' +
        '"response":[{"code":200,"error_data":null,"status":"success","data":{"id":"<id>","account_sid":"dialsheet-demo",' +
        `${campaignBytes('Created', { uri })},"summary":{"campaign_sid":"<id>",${NO_CALLS},"DateCreated":"2022-08-08T16:33:22+05:30"}}]}`,
    );
  });

  it('claims POST for a PUT and leaves stats, mode and the duplicates flag out', async () => {
    const { id } = await create(exotel.url, { from: [NUMBER], retries: RETRIES, ...CALLBACKS });
    const { status, text } = await put(exotel.url, id, { action: 'pause' });
    expect(status).toBe(200);
    expect(still(text, id)).toBe(
      '{"request_id":"<hex>","method":"POST","http_code":200,"response":[{"code":200,"error_data":null,"status":"success",' +
        '"data":{"name":"Diwali leads","type":"trans","id":"<id>","account_sid":"dialsheet-demo","caller_id":"08088919888",' +
        `"from":["${NUMBER}"],"url":"${FLOW_URL}","retries":${JSON.stringify(RETRIES)},` +
        '"schedule":{"send_at":"2022-08-08T16:34:22+05:30","end_at":"2022-09-07T16:34:22+05:30"},' +
        `"status_callback":"${CALLBACK}","call_status_callback":"${CALLBACK}","call_schedule_callback":"${CALLBACK}",` +
        '"date_created":"2022-08-08T16:33:22+05:30","date_updated":"2022-08-08T16:33:22+05:30","status":"paused",' +
        '"call_status_callback_params":null},' +
        `"summary":{"campaign_sid":"<id>",${NO_CALLS},"DateCreated":"2022-08-08T16:33:22.749<nanos>+05:30"}}]}`,
    );
  });

  it('answers call details with one item per call and 200', async () => {
    const { id } = await create(exotel.url, IVR);
    await exotel.control.setClock({ skipTo: '2022-08-08T17:00:00+05:30' });
    const { status, text } = await ask(exotel.url, { path: `/${id}/call-details?limit=3` });
    expect(status).toBe(200);
    expect(still(text, id)).toBe(
      '{"request_id":"<hex>","method":"GET","http_code":200,"metadata":{"count":1,"offset":0,"total":1,"limit":3},' +
        `"response":[{"code":200,"error_data":null,"status":"success","data":{"number":"${NUMBER}","name":"NA","duration":12,` +
        '"date_created":"2022-08-08T16:34:34+05:30","status":"completed","digit":"2","recording_url":"",' +
        '"start_time":"2022-08-08T16:34:22+05:30","end_time":"2022-08-08T16:34:34+05:30","caller_id":"08088919888",' +
        '"direction":"Outgoing","call_sid":"<sid>"}}]}',
    );
  });

  it('answers an unknown campaign with 404 and code 1000', async () => {
    const { status, text } = await ask(exotel.url, { path: '/491dd6c97d64475ba0ce346a18530ce5' });
    expect(status).toBe(404);
    expect(still(text, '-')).toBe(
      '{"request_id":"<hex>","method":"GET","http_code":404,"response":[{"code":404,' +
        '"error_data":{"code":1000,"description":"Not Found","message":"Not Found"},"status":"failure","data":null}]}',
    );
  });

  it.each(['array', 'object'] as const)('answers every refusal with an %s when told to', async (refusalShape) => {
    exotel.control.setSettings({ refusalShape });
    const texts = [await ask(exotel.url, { path: '/none' }), await ask(exotel.url, { sid: 'other' })].map(
      ({ text }) => text,
    );
    for (const text of texts)
      expect(text).toContain(refusalShape === 'array' ? '"response":[{"code"' : '"response":{"code"');
  });
});
