/** Whether the browser lets the extension reach hosts of this pattern. */
export function mayReach(pattern: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [pattern] });
}

/** Asks the user; a browser shows the question only directly after a press. */
export function requestHost(pattern: string): Promise<boolean> {
  return chrome.permissions.request({ origins: [pattern] });
}
