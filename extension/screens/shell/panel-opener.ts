/** Firefox's name for its panel, which Chromium's types do not have. */
interface SidebarAction {
  readonly open: () => Promise<void>;
}

/**
 * Opens the same app beside the current page; must be called directly from a press. Null if the browser has no side
 * panel.
 */
export function panelOpener(opened: () => void): (() => void) | null {
  const sidebar = sidebarOf(chrome);
  if (sidebar !== null) return () => void sidebar.open().then(opened);
  // Decided while building, so that Firefox's package does not contain names Firefox lacks, which its linter warns of.
  if (import.meta.env.FIREFOX || !('sidePanel' in chrome)) return null;
  // Asked for in advance, because a browser opens the panel only while the press is being handled.
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
