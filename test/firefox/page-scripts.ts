/** Run in the page, by WebDriver. What they are given stands in `arguments`. */

/** The visible elements of a role with a name, as a person would point at them; of text, the innermost. */
export const FIND = `
  const [role, name, exact] = arguments;
  const tags = {
    button: 'button, [role=button]', link: 'a[href]', heading: 'h1, h2, h3, h4', field: 'input, select, textarea',
    alert: '[role=alert]', progressbar: 'progress, [role=progressbar]', text: 'body *',
  };
  const flat = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const nameOf = (element) => {
    const own = element.getAttribute('aria-label');
    if (own) return flat(own);
    const by = element.getAttribute('aria-labelledby');
    if (by) return flat(by.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
    return flat(element.labels?.length ? element.labels[0].innerText : element.innerText);
  };
  const fits = (text) => name === null || (exact ? text === name : text.includes(name));
  const shown = (element) => role === 'field' || element.checkVisibility({ visibilityProperty: true });
  const scope = document.querySelector('dialog[open]') ?? document;
  const found = [...scope.querySelectorAll(tags[role])].filter((element) => shown(element) && fits(nameOf(element)));
  return role === 'text' ? found.filter((one) => !found.some((other) => other !== one && one.contains(other))) : found;`;

/** Whether an element is enabled and has stopped moving. */
export const IS_STILL = `
  const [element, done] = arguments;
  const place = () => { const { x, y, width } = element.getBoundingClientRect(); return [x, y, width].join(); };
  const isOn = () => element.isConnected && !element.disabled
    && element.getAttribute('aria-disabled') !== 'true' && element.getAttribute('aria-busy') !== 'true';
  element.scrollIntoView({ block: 'nearest' });
  const before = place();
  requestAnimationFrame(() => requestAnimationFrame(() => done(isOn() && place() === before)));`;

/** The count beside a word of the outcomes. */
export const COUNT_BESIDE = `
  const term = [...document.querySelectorAll('dt')].find((one) => one.innerText.includes(arguments[0]));
  return Number((term?.nextElementSibling?.innerText ?? '0').replaceAll(',', ''));`;
