import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Question } from './deploy-answers.ts';

/** Asks a person at the terminal. What is secret is not shown while it is typed. */
export async function askTerminal({ ask, secret }: Question): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: secret ? silent : process.stdout, terminal: true });
  try {
    if (secret) process.stdout.write(`${ask}: `);
    return (await terminal.question(secret ? '' : `${ask}: `)).trim();
  } finally {
    terminal.close();
    if (secret) process.stdout.write('\n');
  }
}
