// What a page may do to be rid of, to read or to misuse what extensions put into it. Runs before anything else on the page.
(() => {
  const caught = (window.caught = []);
  const { join } = Array.prototype;
  const note = (what) => (caught[caught.length] = String(what));

  /** Every built-in that a careless script would lean on throws, and says what it was called with. */
  const overwriteBuiltIns = () => {
    const traps = {
      Array: ['map', 'filter', 'find', 'some', 'every', 'join', 'includes', 'slice', 'forEach', 'flatMap'],
      String: ['split', 'replace', 'trim', 'toLowerCase', 'includes', 'startsWith'],
      Object: [],
      Promise: ['then'],
      EventTarget: ['addEventListener', 'dispatchEvent'],
      Node: ['appendChild', 'insertBefore', 'contains'],
      Element: ['attachShadow', 'append', 'after', 'setAttribute', 'closest', 'replaceChildren'],
      Document: ['createElement', 'createElementNS', 'querySelector', 'querySelectorAll', 'createRange'],
      HTMLElement: ['click', 'focus', 'showPopover'],
      MutationObserver: ['observe'],
    };
    for (const [name, methods] of Object.entries(traps))
      for (const method of methods) {
        const { prototype } = window[name];
        Object.defineProperty(prototype, method, {
          configurable: true,
          value(...args) {
            note(`${name}.${method}: ${Reflect.apply(join, args, [])}`);
            throw new Error(`${name}.${method} is the page's now`);
          },
        });
      }
    for (const name of ['fetch', 'MutationObserver', 'requestIdleCallback', 'setTimeout', 'URL', 'Range'])
      window[name] = function () {
        note(name);
        throw new Error(`${name} is the page's now`);
      };
    JSON.parse = JSON.stringify = () => note('JSON');
    Object.defineProperty(window, 'customElements', { get: () => note('customElements') });
    Object.defineProperty(Object.prototype, 'tool', { set: (value) => note(value), configurable: true });
  };

  /** Many elements that look like our host. */
  const addLookAlikes = () => {
    const crowd = document.createElement('div');
    crowd.id = 'crowd';
    crowd.hidden = true;
    for (let n = 0; n < 1000; n += 1) {
      const one = document.createElement('span');
      one.className = `h${crypto.randomUUID()}`;
      crowd.append(one);
    }
    document.body.append(crowd);
  };

  window.hostile = { overwriteBuiltIns, addLookAlikes };
})();
