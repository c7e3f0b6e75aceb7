/** What wrangler.toml says: how many classes of objects a Worker of ours has, and how many hours of a day it may call. */
export function scaleFacts(wranglerToml: string): { readonly classes: number; readonly hours: number } {
  const classes = new Set([...wranglerToml.matchAll(/^class_name = "(\w+)"/gmu)].map(([, name]) => name)).size;
  const [, from = '0', to = '0'] = /^CALLING_WINDOW = "(\d\d):00-(\d\d):00"/mu.exec(wranglerToml) ?? [];
  return { classes, hours: Number(to) - Number(from) };
}
