import { holds, type Expected, type State } from '../../harness/living/state.ts';
import { axolotl, inEachBrowser } from './extension-test.ts';
import { bar, crumbs, docs, docsPage, githubPage, livingTest, pypi, pypiPage } from './living-test.ts';

const test = livingTest();

const heading: Expected = { put: 'float', beside: 'h1.project-header__name' };
const name: Expected = { put: 'float', beside: 'header a[href="/"]' };
const crumb: Expected = { put: 'float', beside: 'nav ol' };
const anywhere: Expected = { put: 'anywhere' };

const page = (parts: Parameters<typeof docsPage>[0]) => ({ at: `${docs}/moves`, body: docsPage(parts) });
const package_ = (parts?: Parameters<typeof pypiPage>[0]) => ({ at: pypi, body: pypiPage(parts) });
const repository = { at: axolotl, body: githubPage(crumbs(), { isLoaded: true }) };

/** What a page does, and where its badge is before and behind it. */
const states: Record<string, State> = {
  'a package whose page gets a notice after the load': {
    ...package_(),
    arrives: heading,
    then: [
      [() => void (document.body.style.paddingTop = '52px'), heading],
      [() => void (document.body.style.paddingTop = ''), heading],
    ],
  },
  'a package above which another extension inserts a banner': {
    ...package_(),
    arrives: heading,
    then: [
      [
        () => {
          const banner = document.createElement('div');
          banner.style.cssText = 'height: 64px; background: #ffc';
          banner.textContent = 'A coupon was found';
          document.body.prepend(banner);
        },
        heading,
      ],
    ],
  },
  'a package whose banner stands outside the body': {
    ...package_(),
    arrives: heading,
    then: [
      [
        () => {
          const banner = document.createElement('div');
          banner.style.cssText = 'display: block; height: 64px; background: #ffc';
          document.documentElement.insertBefore(banner, document.body);
        },
        heading,
      ],
    ],
  },
  'a page that a sidebar of another extension pushes': {
    ...package_(),
    arrives: heading,
    then: [
      [() => void (document.documentElement.style.marginLeft = '200px'), heading],
      [() => void (document.documentElement.style.marginLeft = ''), heading],
      [() => void (document.body.style.marginLeft = '180px'), heading],
    ],
  },
  'a heading whose text changes': {
    ...package_(),
    arrives: heading,
    then: [
      [() => void (document.querySelector('h1')!.firstChild!.nodeValue = 'axolotl 0.18.0.post12'), heading],
      [() => void (document.querySelector('h1')!.textContent = 'axolotl 0.9'), { ...heading, mayGo: 'h1' }],
    ],
  },
  'a heading that becomes larger': {
    ...package_({ style: '.large h1 { font-size: 60px }' }),
    arrives: heading,
    then: [
      [() => document.documentElement.classList.add('large'), heading],
      [() => document.documentElement.classList.remove('large'), heading],
    ],
  },
  'a heading that moves slowly': {
    ...package_({
      style: '.project-header { transition: margin .3s } .away .project-header { margin: 80px 0 0 120px }',
    }),
    arrives: heading,
    then: [[() => document.body.classList.add('away'), heading]],
  },
  'a heading that moves by a transform': {
    ...package_({ style: '.away .banner { transform: translate(90px, 60px) }' }),
    arrives: heading,
    then: [[() => document.body.classList.add('away'), heading]],
  },
  'details above that are opened': {
    ...package_({ before: '<details><summary>News</summary><p>First</p><p>Second</p></details>' }),
    arrives: heading,
    then: [
      [() => void (document.querySelector('details')!.open = true), heading],
      [() => void (document.querySelector('details')!.open = false), heading],
    ],
  },
  'a picture above that comes late': {
    ...package_({ before: '<img id="late" alt="">' }),
    arrives: heading,
    then: [
      [
        () => {
          const picture = document.querySelector('img')!;
          picture.src =
            'data:image/svg+xml,' +
            encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"/>');
          return picture.decode();
        },
        heading,
      ],
    ],
  },
  'a style sheet that comes late': {
    ...package_(),
    arrives: heading,
    then: [
      [
        () => {
          const style = document.createElement('style');
          style.textContent = '.project-header { padding: 70px 10px 10px 140px !important }';
          document.head.append(style);
        },
        heading,
      ],
      [
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('.project-header { padding: 10px 10px 10px 300px !important }');
          document.adoptedStyleSheets = [sheet];
        },
        heading,
      ],
      [() => void document.styleSheets[0]!.insertRule('main { padding-top: 77px }', 0), heading],
    ],
  },
  'a paragraph in the space behind the heading': {
    ...package_(),
    arrives: heading,
    then: [
      [
        () => {
          const follow = document.createElement('button');
          follow.textContent = 'Follow this project';
          follow.style.cssText = 'position: absolute; left: 300px; top: 90px; width: 200px; height: 40px';
          document.body.append(follow);
        },
        anywhere,
      ],
    ],
  },
  'Follow that becomes Following': {
    ...page({
      header: bar('<a href="/">LiteLLM</a><button id="follow" style="margin-left: 420px">Follow</button>'),
    }),
    arrives: name,
    then: [
      [
        () => {
          const follow = document.querySelector<HTMLElement>('#follow')!;
          follow.textContent = 'Following since yesterday';
          follow.style.marginLeft = '20px';
        },
        { put: 'corner', mayGo: '#follow' },
      ],
    ],
  },
  'a font that comes late': {
    ...page({}),
    arrives: name,
    then: [
      [() => void (document.querySelector('header')!.style.fontSize = '28px'), name],
      [() => void (document.querySelector('header')!.style.letterSpacing = '3px'), name],
    ],
  },
  'the size of text that a reader switches': {
    ...page({ style: ':root { font-size: 16px } body { font-size: 1rem }' }),
    arrives: name,
    then: [
      [() => void (document.documentElement.style.fontSize = '22px'), name],
      [() => void (document.documentElement.style.fontSize = '14px'), name],
    ],
  },
  'a page that scrolls in an element of its own': {
    ...page({
      style:
        'html, body { height: 100%; overflow: hidden } .app { height: 100vh; overflow: auto } main { height: 3000px }',
      before: '<div class="app">',
      after: '</div>',
    }),
    arrives: name,
    then: [
      [() => void (document.querySelector('.app')!.scrollTop = 20), name],
      [() => void (document.querySelector('.app')!.scrollTop = 600), { put: 'hidden' }],
      [() => void (document.querySelector('.app')!.scrollTop = 0), name],
    ],
  },
  'a bar that scrolls in a nested element': {
    ...page({
      style:
        '.outer { height: 400px; overflow: auto } .inner { height: 200px; overflow: auto } .tall { height: 900px }',
      before: '<div class="outer"><p>Above</p><div class="inner">',
      after: '<div class="tall"></div></div><div class="tall"></div></div>',
    }),
    arrives: name,
    then: [
      [() => void (document.querySelector('.inner')!.scrollTop = 8), name],
      [() => void (document.querySelector('.outer')!.scrollTop = 30), name],
      [() => void (document.querySelector('.inner')!.scrollTop = 500), { put: 'hidden' }],
    ],
  },
  'a bar that scrolls sideways': {
    ...page({
      style: '.side { width: 500px; overflow: auto } .side > * { width: 1400px }',
      before: '<div class="side">',
      after: '</div>',
    }),
    arrives: name,
    then: [
      [() => void (document.querySelector('.side')!.scrollLeft = 30), name],
      [() => void (document.querySelector('.side')!.scrollLeft = 400), { put: 'hidden' }],
    ],
  },
  'a sticky bar while the document scrolls': {
    ...page({ style: '.site-header { position: sticky; top: 0 } main { height: 3000px }' }),
    arrives: name,
    then: [
      [() => scrollTo(0, 700), name],
      [() => scrollTo(0, 0), name],
    ],
  },
  'a bar that becomes sticky below a banner': {
    ...page({
      before: '<p style="height: 120px; margin: 0">A banner that scrolls away</p>',
      style: '.site-header { position: sticky; top: 0 } main { height: 3000px }',
    }),
    arrives: name,
    then: [
      [() => scrollTo(0, 60), name],
      [() => scrollTo(0, 400), name],
      [() => scrollTo(0, 0), name],
    ],
  },
  'a fixed bar while the document scrolls': {
    ...page({
      style:
        '.site-header { position: fixed; top: 0; left: 0; right: 0; z-index: 10 } main { height: 3000px; padding-top: 80px }',
    }),
    arrives: name,
    then: [[() => scrollTo(0, 700), name]],
  },
  'a bar that slides away while one scrolls down': {
    ...page({
      style:
        '.site-header { position: fixed; top: 0; left: 0; right: 0; transition: transform .2s } .down .site-header { transform: translateY(-100%) } main { height: 3000px; padding-top: 80px }',
    }),
    arrives: name,
    then: [
      [() => (document.body.classList.add('down'), scrollTo(0, 700)), { put: 'hidden' }],
      [() => document.body.classList.remove('down'), name],
    ],
  },
  'a bar that scrolls with the document': {
    ...page({ style: 'main { height: 3000px }' }),
    arrives: name,
    then: [
      [() => scrollTo(0, 10), name],
      [() => scrollTo(0, 900), { put: 'hidden' }],
      [() => scrollTo(0, 0), name],
    ],
  },
  'Material, whose name fades once the page’s own title has left': {
    at: `${docs}/material`,
    body: docsPage({
      style:
        '.md-header { position: sticky; top: 0; padding: 12px; background: #fff } .md-header__topic { position: relative; transition: opacity .15s } .away .md-header__topic { opacity: 0; z-index: -1 } main { height: 3000px }',
      header:
        '<header class="md-header"><div class="md-header__title"><div class="md-header__topic"><span class="md-ellipsis">LiteLLM</span></div></div></header>',
      after:
        "<script>addEventListener('scroll', () => document.querySelector('.md-header__title').classList.toggle('away', scrollY > 100))</script>",
    }),
    arrives: { put: 'float', beside: '.md-ellipsis' },
    then: [
      [() => scrollTo(0, 600), { put: 'hidden' }],
      [() => scrollTo(0, 0), { put: 'float', beside: '.md-ellipsis' }],
    ],
  },
  'a page that is locked under a dialog': {
    ...page({ style: 'main { height: 3000px }' }),
    arrives: name,
    then: [
      [() => (document.body.style.cssText = 'position: fixed; top: -12px; left: 0; right: 0'), name],
      [() => (document.body.style.cssText = ''), name],
      [() => (document.body.style.cssText = 'overflow: hidden; padding-right: 15px'), name],
    ],
  },
  'a body that is positioned and has a margin': {
    ...page({ body: 'style="position: relative; margin: 24px 40px"' }),
    arrives: name,
    then: [[() => void (document.body.style.marginLeft = '90px'), name]],
  },
  'a body that is moved by a transform': {
    ...page({ style: 'body { transition: transform .2s }' }),
    arrives: name,
    then: [
      [() => void (document.body.style.transform = 'translateX(160px)'), name],
      [() => void (document.body.style.transform = ''), name],
    ],
  },
  'a menu that pushes the page to the right': {
    ...page({
      style: '.push { position: relative; transition: left .2s; left: 0 }',
      before: '<div class="push">',
      after: '</div>',
    }),
    arrives: name,
    then: [[() => void (document.querySelector<HTMLElement>('.push')!.style.left = '240px'), name]],
  },
  'a page that is written from right to left': {
    ...page({ html: 'dir="rtl"', style: '.site-header .end { margin: 0 auto 0 0 }' }),
    arrives: name,
    then: [
      [() => void (document.body.style.paddingTop = '40px'), name],
      [() => void (document.body.style.paddingRight = '70px'), name],
    ],
  },
  'a language that is switched from left to right': {
    ...page({ style: '.site-header .end { margin-inline: auto 0 }' }),
    arrives: name,
    then: [[() => void (document.documentElement.dir = 'rtl'), name]],
  },
  'crumbs that get longer': {
    ...repository,
    arrives: crumb,
    then: [
      [
        () => {
          const lock = document.createElement('li');
          lock.innerHTML = '<svg class="octicon octicon-lock" width="16" height="16"></svg>';
          document.querySelector('ol')!.prepend(lock);
        },
        crumb,
      ],
    ],
  },
  'a banner above the crumbs': {
    ...repository,
    arrives: crumb,
    then: [
      [
        () => {
          const flash = document.createElement('div');
          flash.textContent = 'We updated our terms';
          flash.style.height = '48px';
          flash.id = 'flash';
          document.querySelector('.header-wrapper')!.prepend(flash);
        },
        crumb,
      ],
      [() => document.querySelector('#flash')!.remove(), { ...crumb, mayGo: '#flash' }],
    ],
  },
  'a name that is removed and comes back elsewhere': {
    ...page({}),
    arrives: name,
    then: [
      [
        () => {
          const header = document.querySelector('header')!;
          header.style.cssText = 'padding: 40px 20px 12px 300px';
          header.replaceChildren(...[...header.children].map((each) => each.cloneNode(true)));
        },
        { ...name, mayGo: 'header' },
      ],
    ],
  },
  'a name that is hidden and shown': {
    ...page({}),
    arrives: name,
    then: [
      [() => void (document.querySelector<HTMLElement>('header a')!.style.visibility = 'hidden'), anywhere],
      [() => void (document.querySelector<HTMLElement>('header a')!.style.visibility = ''), anywhere],
      [() => void (document.querySelector<HTMLElement>('header')!.hidden = true), anywhere],
    ],
  },
};

inEachBrowser('the badge follows', () => {
  test.for(Object.entries(states))('%s', ([, state], { proves }) => proves(state));

  test('a window that becomes narrow, wide, and turned', async ({ proves, tab }) => {
    await proves({
      ...package_({ style: '.project-header { max-width: 700px; margin: 0 auto }' }),
      arrives: heading,
    });
    for (const [width, height] of [
      [900, 800],
      [1400, 700],
      [800, 1280],
      [1280, 800],
    ] as const) {
      await tab.setViewport({ width, height });
      await holds(tab, heading);
    }
    // Too narrow for a badge beside the name.
    await tab.setViewport({ width: 400, height: 800 });
    await holds(tab, { put: 'corner' });
    // In the corner it says more, which it does not beside the name.
    await tab.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 });
    await holds(tab, heading);
  });
});
