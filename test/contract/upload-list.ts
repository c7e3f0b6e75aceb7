import { expect, vi } from 'vitest';
import {
  readReceipt,
  readUploadStatus,
  uploadForm,
  UPLOAD_PATH,
  uploadStatusPath,
} from '../../worker/exotel/list-api.ts';
import { answered } from './exotel-client.ts';
import type { Pair } from './exotel-client.ts';
import { PATIENCE } from '../fixtures/patience.ts';

/** Makes a list that the samples' requests can name. Answers its sid once every row is in it. */
export async function uploadList({ client }: Pair, type: 'static' | 'dynamic', csv: string): Promise<string> {
  const name = `list ${crypto.randomUUID()}`;
  const form = uploadForm({ name, type, file: new Blob([csv], { type: 'text/csv' }) });
  const receipt = readReceipt((await answered(client, 'POST', UPLOAD_PATH, form)).items[0]);
  if (receipt === null || receipt.uploadId === null) throw new Error('The upload has no receipt.');
  const path = uploadStatusPath(receipt.uploadId);
  const rows = csv.trimEnd().split('\r\n').length - 1;
  await vi.waitFor(async () => {
    const status = readUploadStatus((await answered(client, 'GET', path)).items[0]);
    const counts = { total: rows, success: rows, duplicate: 0, failed: 0 };
    expect(status).toEqual({ state: 'completed', counts, listSid: receipt.listSid });
  }, PATIENCE);
  return receipt.listSid;
}
