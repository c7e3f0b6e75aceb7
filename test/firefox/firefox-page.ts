import { z } from 'zod';
import type { Marionette } from './marionette.ts';
import { COUNT_BESIDE, FIND, IS_STILL } from './page-scripts.ts';
import { until } from './until.ts';

/** WebDriver's name for a reference to an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const elementsSchema = z.array(z.object({ [ELEMENT]: z.string() }));

type Role = 'button' | 'link' | 'heading' | 'field' | 'alert' | 'progressbar' | 'text';
type Match = 'exact' | 'part';

/** The tab at hand, used as a person uses it: things are found by role and name, and waited for. */
export function createFirefoxPage({ send }: Marionette) {
  const run = (script: string, args: readonly unknown[] = []) => send('WebDriver:ExecuteScript', { script, args });
  const reference = (id: string) => ({ [ELEMENT]: id });

  async function all(role: Role, name: string | null, match: Match): Promise<string[]> {
    const found = elementsSchema.parse(await run(FIND, [role, name, match === 'exact']));
    return found.map((each) => each[ELEMENT]);
  }
  function find(role: Role, name: string | null, match: Match = 'exact'): Promise<string> {
    return until(`${role} “${name ?? ''}”`, async () => (await all(role, name, match))[0]);
  }
  async function click(role: Role, name: string, match: Match = 'exact'): Promise<void> {
    await until(`${role} “${name}” to be pressed`, async () => {
      const id = await find(role, name, match);
      const args = { script: IS_STILL, args: [reference(id)], scriptTimeout: 5_000 };
      if ((await send('WebDriver:ExecuteAsyncScript', args)) !== true) return false;
      await send('WebDriver:ElementClick', { id });
      return true;
    });
  }

  return {
    find,
    see: (text: string, match: Match = 'exact') => find('text', text, match),
    heading: (text: string) => find('heading', text),
    press: (name: string) => click('button', name),
    follow: (name: string, match: Match = 'exact') => click('link', name, match),
    click,
    async fill(label: string, text: string): Promise<void> {
      const id = await find('field', label, 'part');
      // Not WebDriver's own "clear": it blurs the field, which closes the editor of a cell.
      await run('arguments[0].focus(); arguments[0].select();', [reference(id)]);
      await send('WebDriver:ElementSendKeys', { id, text });
    },
    async choose(label: string, option: string): Promise<void> {
      await until(`“${option}” in ${label}`, async () => {
        const id = await find('field', label, 'part');
        const script = 'return [...arguments[0].options].filter((one) => one.text.trim() === arguments[1])';
        const [found] = elementsSchema.parse(await run(script, [reference(id), option]));
        if (found === undefined) return false;
        await send('WebDriver:ElementClick', { id: found[ELEMENT] });
        return true;
      });
    },
    /** A file from disk into a file input. */
    async pick(label: string, path: string): Promise<void> {
      await send('WebDriver:ElementSendKeys', { id: await find('field', label, 'part'), text: path });
    },
    countBeside: async (word: string) => z.number().parse(await run(COUNT_BESIDE, [word])),
    language: async () => z.string().parse(await run('return document.documentElement.lang')),
    text: async () => z.string().parse(await run('return document.body.innerText')),
    width: async () =>
      z.array(z.number()).parse(await run('const d = document.documentElement; return [d.clientWidth, d.scrollWidth]')),
  };
}
