import { z } from 'zod';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Refusal } from './refusal.ts';

/** Reads a body as JSON of this shape. Any other body is refused in the words of Go's JSON reader. */
export function readJson<S extends z.ZodType>(body: string, schema: S, goPath = ''): Result<z.output<S>, Refusal> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return err({ code: 'unreadable_body', description: 'invalid character looking for beginning of value' });
  }
  return readValue(parsed, schema, goPath);
}

/** The same for a value inside a body; `goPath` is its path. */
export function readValue<S extends z.ZodType>(
  value: unknown,
  schema: S,
  goPath: string,
): Result<z.output<S>, Refusal> {
  const read = schema.safeParse(value);
  return read.success ? ok(read.data) : err(wrongType(value, read.error, goPath));
}

/** The items of a bulk body such as `{"lists":[…]}`: at least one, and at most as many as are allowed. */
export function readWrapped(body: string, name: string, atMost: number): Result<readonly unknown[], Refusal> {
  const wrapper = readJson(body, z.record(z.string(), z.unknown()));
  if (!wrapper.ok) return wrapper;
  const members = readValue(wrapper.value[name], z.array(z.unknown()).nullish(), name);
  if (!members.ok) return members;
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  if (members.value == null || members.value.length === 0) {
    return err({ code: 'mandatory', description: `${title} is mandatory` });
  }
  if (members.value.length > atMost) {
    return err({ code: 'invalid', description: `${name} must hold at most ${atMost}` });
  }
  return ok(members.value);
}

const GO_NAMES: Readonly<Record<string, string>> = { array: '[]string', object: 'struct', boolean: 'bool' };

function wrongType(root: unknown, error: z.ZodError, goPath: string): Refusal {
  const issue = error.issues[0];
  const expected = issue?.code === 'invalid_type' ? issue.expected : 'value';
  const path = [goPath, ...(issue?.path.map(String) ?? [])].filter((part) => part !== '').join('.');
  const found = jsonType(valueAt(root, issue?.path ?? []));
  const description = `json: cannot unmarshal ${found} into Go struct field ${path} of type ${GO_NAMES[expected] ?? expected}`;
  return { code: 'unreadable_body', description };
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
