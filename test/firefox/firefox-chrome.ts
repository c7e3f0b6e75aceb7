import { z } from 'zod';
import { EXTENSION_ID } from './firefox-profile.ts';
import type { Marionette } from './marionette.ts';
import { PATIENCE_MS, until } from './until.ts';

const answerSchema = z.union([z.object({ error: z.string() }), z.object({ value: z.unknown() })]);

/** The browser around the page: its prompts, its toolbar, its sidebar, the extension's background. */
export function createFirefoxChrome({ send }: Marionette) {
  /** Runs in the browser itself, with all its rights; the page is where it was afterwards. */
  async function run(body: string, ...args: readonly string[]): Promise<unknown> {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      const answer = await send('WebDriver:ExecuteAsyncScript', {
        script: `const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);
          (async () => { ${body} })().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`,
        args,
        sandbox: 'system',
        scriptTimeout: PATIENCE_MS,
      });
      const told = answerSchema.parse(answer);
      if ('error' in told) throw new Error(told.error);
      return told.value;
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  }

  return {
    /** Answers the browser's own question; tells what it said. */
    answerPrompt: (answer: 'allow' | 'deny') =>
      until('the browser to ask', async () =>
        z
          .string()
          .nullable()
          .parse(
            await run(
              `for (const window of Services.wm.getEnumerator('navigator:browser')) {
               const asked = window.PopupNotifications.panel.firstElementChild;
               if (!window.PopupNotifications.isPanelOpen || !asked) continue;
               const text = asked.textContent.replace(/\\s+/g, ' ').trim();
               asked[args[0]].click();
               return text;
             }
             return null;`,
              answer === 'allow' ? 'button' : 'secondaryButton',
            ),
          ),
      ),
    badge: async () =>
      z
        .string()
        .nullable()
        .parse(
          await run(
            `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
           const { extension } = WebExtensionPolicy.getByID(args[0]);
           return ExtensionParent.apiManager.global.browserActionFor(extension).action.globals.badgeText;`,
            EXTENSION_ID,
          ),
        ),
    /** Whether the sidebar is open, and with what. */
    sidebar: async () =>
      z
        .string()
        .nullable()
        .parse(
          await run(
            `const { SidebarController } = Services.wm.getMostRecentWindow('navigator:browser');
           return SidebarController.isOpen ? SidebarController.currentID : null;`,
          ),
        ),
    isInToolbar: async () =>
      z.boolean().parse(
        await run(
          `const { CustomizableUI } = Services.wm.getMostRecentWindow('navigator:browser');
           const widget = args[0].toLowerCase().replace(/[^a-z0-9_-]/g, '_') + '-browser-action';
           return CustomizableUI.getPlacementOfWidget(widget)?.area === CustomizableUI.AREA_NAVBAR;`,
          EXTENSION_ID,
        ),
      ),
    /** As Firefox does after 30 idle seconds. */
    suspendBackground: () =>
      run(`await WebExtensionPolicy.getByID(args[0]).extension.terminateBackground()`, EXTENSION_ID),
    /** Takes back every address that was allowed, as a person does on the extension's page. */
    takeBackHosts: () =>
      run(
        `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
         const { extension } = WebExtensionPolicy.getByID(args[0]);
         const { origins } = await ExtensionPermissions.get(args[0]);
         await ExtensionPermissions.remove(args[0], { permissions: [], origins, data_collection: [] }, extension);`,
        EXTENSION_ID,
      ),
    /** What became of the background since this was first asked: each alarm that woke it or kept it up, and each end. */
    backgroundLife: async () =>
      z.array(z.enum(['alarm', 'end'])).parse(
        await run(
          `const { extension } = WebExtensionPolicy.getByID(args[0]);
           if (!extension.lifeSeen) {
             const seen = (extension.lifeSeen = []);
             extension.on('background-script-reset-idle', (_, { eventName }) => {
               if (eventName === 'alarms.onAlarm') seen.push('alarm');
             });
             extension.on('shutdown-background-script', () => { seen.push('end'); });
           }
           return extension.lifeSeen;`,
          EXTENSION_ID,
        ),
      ),
    /**
     * Errors the browser's console has of the extension. A socket that is closed while it opens is none, nor is what a
     * background still waited for when a test ended it: a browser may do that at any moment, and what is kept outlives it.
     */
    complaints: async () =>
      z.array(z.string()).parse(
        await run(
          `return Services.console.getMessageArray().flatMap((message) => {
             if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return [];
             const text = message.errorMessage + ' @ ' + message.sourceName + ':' + message.lineNumber;
             const isOfAnEnd = /closed conduit|Promise (?:resolved|rejected) after context unloaded/.test(text);
             return /moz-extension:|dialsheet/i.test(text) && !isOfAnEnd ? [text] : [];
           });`,
        ),
      ),
  };
}
