import { describe, expect, it } from 'vitest';
import { readList, readReceipt, readUploadStatus } from '../../../worker/exotel/list-api.ts';

function item(data: Record<string, unknown>) {
  return { data, summary: null };
}

describe('a list of Exotel', () => {
  it('is counted under any plain name, as number or text, and by nothing else', () => {
    const counts = [
      { contact_count: 12 },
      { contacts: '12' },
      { number_of_contacts: 12 },
      { totalContacts: 12 },
      { size: 12 },
      { contacts: [{ sid: 'c' }] },
      { count: null },
      { tag: 12 },
      {},
    ].map((each) => readList(item({ sid: 'l', name: 'Leads', ...each }))?.contacts);
    expect(counts).toEqual([12, 12, 12, 12, 12, null, null, null, null]);
  });
});

describe('the answer to an upload', () => {
  it('names the upload by its id, or in the address where it can be asked for', () => {
    const url = 'https://api.exotel.com/v2/accounts/a/csv-status/u1';
    const receipts = [
      { summary: { upload_id: 'u1', list_sid: 'l1', url } },
      { summary: { url }, list: { sid: 'l1' } },
      { summary: { url: 'https://api.exotel.com/elsewhere' }, list: { sid: 'l1' } },
      { list: { sid: 'l1', name: 'Leads' } },
      { summary: { upload_id: 'u1', url } },
    ].map((data) => readReceipt(item(data)));
    expect(receipts).toEqual([
      { listSid: 'l1', listName: null, uploadId: 'u1' },
      { listSid: 'l1', listName: null, uploadId: 'u1' },
      { listSid: 'l1', listName: null, uploadId: null },
      { listSid: 'l1', listName: 'Leads', uploadId: null },
      null,
    ]);
  });
});

describe('the progress of an upload', () => {
  it('counts as none what is left out, unless it leaves out how many there were', () => {
    const counts = [
      { total: '3', success: '2', duplicate: '0', failed: '1' },
      { total: 3, success: 3 },
      { success: 3 },
      undefined,
    ].map((stats) => readUploadStatus(item({ status: 'Completed', list_sid: 'l1', stats })));
    expect(counts).toEqual([
      { state: 'completed', counts: { total: 3, success: 2, duplicate: 0, failed: 1 }, listSid: 'l1' },
      { state: 'completed', counts: { total: 3, success: 3, duplicate: 0, failed: 0 }, listSid: 'l1' },
      { state: 'completed', counts: null, listSid: 'l1' },
      { state: 'completed', counts: null, listSid: 'l1' },
    ]);
  });
});
