import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { addLine, NO_TRAIL } from './parts/trail-chain.ts';

const WHY = {
  unreadable: 'is no line of a trail',
  hash: 'does not carry the hash of the line before it: one of them was changed, put in, left out or moved',
  number: 'does not have the number after the one before it',
} as const;

/** Verifies an export of the trail: `npm run trail -- audit.ndjson [hash of a line that must be in it]`. */
const [file, wanted] = process.argv.slice(2);
if (file === undefined) end('Say which export: npm run trail -- audit.ndjson. "-" reads what is piped in.', 2);

let chain = NO_TRAIL;
let isFound = false;
try {
  const input = file === '-' ? process.stdin : createReadStream(file);
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line === '') continue;
    chain = addLine(chain, line);
    isFound ||= chain.last === wanted?.toLowerCase();
  }
} catch (cause) {
  end(`${file} could not be read: ${cause instanceof Error ? cause.message : String(cause)}`, 2);
}
if (chain.broken !== null) end(`The chain breaks: line ${chain.broken.line} ${WHY[chain.broken.why]}.`, 1);
if (chain.last === null) end(`There is no line in ${file}.`, 1);
if (wanted !== undefined && !isFound) end(`The chain is whole, but no line of it has the hash ${wanted}.`, 1);
const start = chain.isCut ? ' Older lines are not in it.' : ' It begins with the first line there ever was.';
end(`${chain.lines} ${chain.lines === 1 ? 'line' : 'lines'}, unbroken.${start}\nHash of the last: ${chain.last}`, 0);

function end(sentence: string, code: number): never {
  (code === 0 ? console.log : console.error)(sentence);
  process.exit(code);
}
