/** What a deployment changes of wrangler.toml, which itself stays as it is in the repository. */
export interface ConfigChange {
  readonly main: string;
  readonly namespaceId: string;
  readonly vars: Readonly<Record<string, string>>;
  /** Null on a free account, which refuses it. */
  readonly cpuMs: number | null;
}

const VAR = /^([A-Z_]+) = "(.*)"$/;

/** Names and values of `[vars]`. */
export function varsOf(toml: string): Record<string, string> {
  const section = /\[vars\]\n([\s\S]*?)(?=\n\[|$)/.exec(toml)?.[1] ?? '';
  const found = section.split('\n').flatMap((line) => {
    const [, name, value] = VAR.exec(line) ?? [];
    return name === undefined ? [] : [[name, value ?? ''] as const];
  });
  return Object.fromEntries(found);
}

/** wrangler.toml as it is deployed to one account. Only settings that wrangler.toml has are taken over. */
export function deployConfig(toml: string, { main, namespaceId, vars, cpuMs }: ConfigChange): string {
  const lines = toml.split('\n').flatMap((line) => {
    if (line.startsWith('main = ')) return [`main = ${JSON.stringify(main)}`];
    if (line === 'binding = "CALLBACKS"') return [line, `id = ${JSON.stringify(namespaceId)}`];
    const [, name] = VAR.exec(line) ?? [];
    const value = name === undefined ? undefined : vars[name];
    return value === undefined ? [line] : [`${String(name)} = ${JSON.stringify(value)}`];
  });
  const limits = cpuMs === null ? '' : `\n[limits]\ncpu_ms = ${cpuMs}\n`;
  return `${lines.join('\n')}${limits}`;
}
