// Makes style sheets of everything that a page could hope to hand down into the badge: `window.hostileStyle`.
(() => {
  // One of these is another value than the initial one, for every inherited property.
  const candidates =
    'none|auto|normal|0|1|2|7|10px|40px|50%|300%|red|lime|currentcolor|bold|900|italic|inside|rtl|all|both|before|uppercase|' +
    'capitalize|full-width|under|left|right|center|justify|end|pre|nowrap|break-all|keep-all|manual|optimizelegibility|' +
    'geometricprecision|collapse|hide|square|"x"|"x" "y"|crosshair|grab|dark|only dark|exact|economy|text|vertical-rl|' +
    'upright|sideways|over|filled circle|open dot|disc|expanded|50%|small-caps|oldstyle-nums|sub|jis78|"smcp" 1|"wght" 900|' +
    'leak|monospace|1px 2px 3px red|3px red|stroke|evenodd|middle|linearrgb|fill|pixelated|anywhere|break-word|strict|loose|' +
    'first|each-line|hanging|40px hanging|underline|no-drop|zh|painted|visiblepainted|preserve-3d|2 2|9|round|bevel|5 5|' +
    'element|read-write|100 200|0.5|from-font|balance|trim-both|cap alphabetic|spell-out|inert|contrast-only|emoji|ideograph-alpha';

  // A page may hide the badge, and take its clicks away.
  const hiding = new Set(['visibility', 'interactivity']);

  /** The inherited properties, each with up to two values that reach a child: found out, not listed. */
  const inherited = () => {
    const outer = document.createElement('div');
    const inner = outer.appendChild(document.createElement('div'));
    document.body.append(outer);
    const [from, to] = [outer, inner].map((each) => getComputedStyle(each));
    const found = new Map();
    for (const name of [...from, 'direction', 'unicode-bidi', '-webkit-user-modify', '-webkit-text-security']) {
      if (name.startsWith('--') || hiding.has(name)) continue;
      const initial = to.getPropertyValue(name);
      const values = candidates.split('|').filter((value) => {
        if (!CSS.supports(name, value)) return false;
        outer.style.setProperty(name, value);
        const reaches = to.getPropertyValue(name) !== initial;
        outer.style.removeProperty(name);
        return reaches;
      });
      if (values.length) found.set(name, [values[0], values.at(-1)]);
    }
    outer.remove();
    return found;
  };

  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%·';
  const fonts = (families) =>
    families
      .flatMap((family) =>
        [...letters].map((letter) => {
          const code = letter.codePointAt(0).toString(16);
          return `@font-face{font-family:"${family}";src:url(/leak/${encodeURIComponent(family)}/${code});unicode-range:U+${code}}`;
        }),
      )
      .join('');

  /** A sheet with the first or the second value of each, and all else that a sheet has; custom properties are named. */
  const sheet = (which, found, { properties, families }) => {
    const declarations = [
      ...[...found].map(([name, values]) => `${name}:${values[which]}!important`),
      ...properties.map((name) => `${name}:${which ? 'lime' : '7px'}!important`),
      'transition:all 9s!important',
      'animation:appear 3s infinite alternate!important',
      'counter-reset:a 7!important',
    ].join(';');
    const registered = properties.map(
      (name) => `@property ${name}{syntax:"${which ? '<color>' : '<length>'}";inherits:false;initial-value:${which ? 'red' : '5px'}}`,
    );
    return [
      fonts(families),
      ...registered,
      '@keyframes appear{from{color:red;word-spacing:9px}to{color:blue}}',
      '@counter-style decimal{system:cyclic;symbols:"evil"}',
      '@font-palette-values --x{font-family:"system-ui";base-palette:1}',
      `html,body,*,*::before,*::after,span[class^=h],:has(span){${declarations}}`,
      'span::before,span::after{content:"evil"!important;font-size:40px!important}',
      `@layer low{*{${declarations}}}@scope(html){:scope *{${declarations}}}`,
      `@container (min-width:0){*{${declarations}}}`,
      `:host,:host(*),::slotted(*),:host *,::part(badge),.badge,.badge-root,[data-text]::before{${declarations}}`,
      '::selection,::highlight(x),::target-text{color:transparent!important;background:red!important}',
      '::backdrop{background:red!important;display:block!important}',
      'button::before,*::first-letter,*::first-line{font-size:40px!important;color:red!important}',
      '@font-face{font-family:probe;src:url(/leak/probe)}',
    ].join('\n');
  };

  /** Puts such a sheet into the page, and a line of text whose font is asked for last. */
  const add = (which, names) => {
    document.querySelectorAll('style.hostile').forEach((each) => each.remove());
    const style = document.createElement('style');
    style.className = 'hostile';
    const found = inherited();
    style.textContent = sheet(which, found, names);
    document.head.append(style);
    const probe = document.createElement('p');
    probe.style.setProperty('font-family', 'probe', 'important');
    probe.textContent = 'x';
    document.body.append(probe);
    return [...found.keys()];
  };

  /** What a page's script may do to an element that it has found. */
  const misuse = (host) => {
    document.querySelectorAll('style.hostile').forEach((each) => each.remove());
    host.style.cssText = `all:unset!important;display:block!important;opacity:.2!important;filter:invert(1)!important;
      transform:scale(3)!important;position:fixed!important;inset:0!important;width:100vw!important;height:100vh!important;
      font:40px serif!important;color:red!important;zoom:3!important;visibility:visible!important;float:left!important;
      anchor-name:--x!important;view-transition-name:x!important;content:"evil"!important;container:x/inline-size!important`;
    const attributes = { hidden: '', dir: 'rtl', lang: 'ar', title: 'Ship 100%', popover: 'auto', part: 'badge', slot: 'x' };
    for (const name in attributes) host.setAttribute(name, attributes[name]);
    host.textContent = 'Ship 100%';
  };

  window.hostileStyle = { add, misuse };
})();
