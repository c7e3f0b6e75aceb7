import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { utils, write } from '@e965/xlsx';
import { MAX_FILE_BYTES } from '../../shared/limits.ts';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import { leads, personalFile, personalRows } from './cast.ts';

const NEAR_THE_LIMIT_ROWS = 850_000;

export type Props = Awaited<ReturnType<typeof makeProps>>;

/** The files that are chosen, on the disk as those of people are: the largest is too large to be handed over. */
export async function makeProps(folder: string) {
  const place = join(folder, 'files');
  await mkdir(place);
  async function put(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(place, name);
    await writeFile(path, content);
    return path;
  }

  const tooLarge = await put('All customers.csv', '');
  await truncate(tooLarge, MAX_FILE_BYTES + 1);
  const nearLimit = join(place, 'Whole year.csv');
  const yearly = makeContactFile({ accepted: NEAR_THE_LIMIT_ROWS, invalid: 400, seed: 77 });
  await pipeline(Readable.from(yearly.chunks()), createWriteStream(nearLimit));
  return {
    leads: await put('Diwali leads.csv', leads(12_480, 1)),
    clean: await put('Follow-up.csv', makeContactFile({ accepted: 2_150, seed: 9 }).bytes()),
    personal: await put('Orders.csv', personalFile(1_260, 5_000)),
    unmapped: await put('Export.csv', personalFile(180, 9_000).replace('Name,Mobile,City', 'Customer,Mobile,Place')),
    unclosedQuote: await put('Broken.csv', `Name,Mobile\n"Asha,9845012345\n${'Ravi,9845012346\n'.repeat(5_000)}`),
    workbook: await put('Leads 2026.xlsx', workbook()),
    tooLarge,
    nearLimit,
  };
}

function workbook(): Uint8Array {
  const book = utils.book_new();
  const heading = ['Name', 'Mobile', 'City'];
  utils.book_append_sheet(book, utils.aoa_to_sheet([heading, ...personalRows(320, 20_000)]), 'North');
  utils.book_append_sheet(book, utils.aoa_to_sheet([heading, ...personalRows(415, 30_000)]), 'South');
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Target', 'Reached'],
      ['500', '320'],
    ]),
    'Targets',
  );
  const written: unknown = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  if (!(written instanceof ArrayBuffer)) throw new Error('The workbook was not written.');
  return new Uint8Array(written);
}
