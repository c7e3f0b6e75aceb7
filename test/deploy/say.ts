/** One line of what was done: ✓, ✗, ! or - before it. */
export function say(mark: string, text: string): void {
  console.log(`${mark} ${text}`);
}
