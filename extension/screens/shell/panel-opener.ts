/** What Firefox calls its panel: known by no types of Chromium's. */
interface SidebarAction {
  readonly open: () => Promise<void>;
}

/** Opens the same app beside the page one is on, straight from a press; null where the browser has no such place. */
export function panelOpener(opened: () => void): (() => void) | null {
  const sidebar = sidebarOf(chrome);
  if (sidebar !== null) return () => void sidebar.open().then(opened);
  // Known while building, so that Firefox's package names nothing that Firefox does not have: its linter warns of it.
  if (import.meta.env.FIREFOX || !('sidePanel' in chrome)) return null;
  // Asked for beforehand: a browser opens the panel only while the press is being answered.
  let windowId: number | undefined;
  void chrome.windows.getCurrent().then(({ id }) => (windowId = id));
  return () => {
    if (windowId !== undefined) void chrome.sidePanel.open({ windowId }).then(opened);
  };
}

function sidebarOf(browser: object): SidebarAction | null {
  return isWithSidebar(browser) ? browser.sidebarAction : null;
}

function isWithSidebar(browser: object): browser is { readonly sidebarAction: SidebarAction } {
  return 'sidebarAction' in browser;
}
