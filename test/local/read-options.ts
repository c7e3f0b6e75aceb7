import { parseArgs, type ParseArgsConfig } from 'node:util';
import { err, ok, type Result } from '../../shared/result.ts';

type Known = NonNullable<ParseArgsConfig['options']>;

/** What an npm script was asked for. */
export interface Asked {
  /** As typed behind `npm run SCRIPT`, options and all. */
  readonly args: readonly string[];
  /** npm keeps options for itself where the `--` before them is forgotten, and tells them here. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The options of a script, each with `help`. One nobody knows may be a slip in one that only looks, so that nothing is done
 * then: the error says what there is.
 */
export function readOptions<const Options extends Known>(script: string, options: Options, { args, env }: Asked) {
  const known = Object.entries(options).map(([name, { type }]) => `--${name}${type === 'string' ? ' VALUE' : ''}`);
  const run = script === 'start' ? 'npm start' : `npm run ${script}`;
  const usage = `${run} -- [${known.join('] [')}]`;
  const kept = Object.keys(options).find((name) => env[`npm_config_${name.replaceAll('-', '_')}`] !== undefined);
  if (kept !== undefined) {
    return err(`npm kept --${kept} for itself. Put two dashes before it: ${run} -- --${kept}. Nothing was done.`);
  }
  try {
    return ok(parseArgs({ args: [...args], options, strict: true }).values);
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    return err(`${why}. Nothing was done. There is: ${usage}`);
  }
}

/** The value of a result; else its sentence is said, and the script ends with nothing done. */
export function orGiveUp<T>(read: Result<T, string>): T {
  if (read.ok) return read.value;
  console.error(`\n${read.error}\n`);
  process.exit(1);
}
