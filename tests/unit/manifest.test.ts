import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import floors from '../../floors.json' with { type: 'json' };
import { pagePolicy } from '../../modules/page-policy.ts';
import config from '../../wxt.config.ts';

type Manifest = {
  permissions: string[];
  optional_permissions?: string[];
  minimum_chrome_version?: string;
  browser_specific_settings?: { gecko: { strict_min_version: string } };
  content_security_policy?: { extension_pages: string };
};
type Environment = { browser: string; command: 'build' | 'serve' };

const manifestFor = (env: Environment) => (config.manifest as unknown as (env: Environment) => Manifest)(env);
const chrome = manifestFor({ browser: 'chrome', command: 'build' });
const firefox = manifestFor({ browser: 'firefox', command: 'build' });

const sources = Object.values(
  import.meta.glob<string>('../../{badge,browser,components,entrypoints}/**/*.{ts,tsx}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).join('\n');

/** Namespaces that every extension has without a permission. */
const free = ['action', 'commands', 'extension', 'i18n', 'permissions', 'runtime', 'tabs', 'windows'];

/** What code uses a permission that is not the name of a namespace. */
const otherwise: Record<string, RegExp> = {
  activeTab: /\btabs\.query\(\{ active: true/,
  unlimitedStorage: /\bfrom 'idb'/,
};

describe('the permissions of the manifest', () => {
  const used = new Set(
    [...sources.matchAll(/\b(?:browser|chromeApi|chrome)\.([a-z]\w*)\./g)].map(([, name]) => name!),
  );
  it('are those that the code uses, and no others', () => {
    const needed = [...used].filter((name) => !free.includes(name));
    for (const [permission, pattern] of Object.entries(otherwise))
      if (pattern.test(sources)) needed.push(permission);
    expect(chrome.permissions.toSorted()).toEqual(needed.sort());
    expect(firefox.permissions).toEqual(chrome.permissions);
  });
  it.each(['docs/store.md', 'PRIVACY.md'])('are those that %s explains', (file) => {
    const rows = readFileSync(file, 'utf8').matchAll(/^\| `([a-zA-Z]+)` /gm);
    expect([...rows].map(([, name]) => name).sort()).toEqual(chrome.permissions.toSorted());
  });
  it('are not asked for later either', () => {
    expect(chrome.optional_permissions).toBeUndefined();
    expect(sources).not.toMatch(/permissions\.request\(\{\s*permissions/);
  });
});

describe('the oldest browsers promised', () => {
  it('are the same in manifest and build', () => {
    expect(chrome.minimum_chrome_version).toBe(`${floors.chrome}`);
    expect(firefox.browser_specific_settings?.gecko.strict_min_version).toBe(`${floors.firefox}.0`);
    const vite = (config.vite as () => { build: { target: string[] } })();
    expect(vite.build.target).toEqual([`chrome${floors.chrome}`, `firefox${floors.firefox}`]);
  });
  it.each(['README.md', 'docs/store.md'])('are the same in %s', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(`Chrome or Edge (${floors.chrome} or later)`);
    expect(text).toContain(`Firefox (${floors.firefox} or later)`);
    for (const [, browser, version] of text.matchAll(/\b(Chrome|Chromium|Edge|Firefox) \(?(\d{3})\b/g))
      expect([browser, Number(version)]).toEqual([
        browser,
        browser === 'Firefox' ? floors.firefox : floors.chrome,
      ]);
  });
});

describe('the content security policy of our pages', () => {
  it('begins with nothing at all, and lets in no code or style but files of the package', () => {
    expect(chrome.content_security_policy).toEqual({ extension_pages: pagePolicy });
    expect(firefox.content_security_policy).toEqual({ extension_pages: pagePolicy });
    expect(pagePolicy).toMatch(/^default-src 'none'; /);
    expect(pagePolicy).not.toMatch(/unsafe|wasm|\*(?!;| http)|(?:script|style|img)-src (?!'self';)/);
  });
  it('is left to the tool while developing, whose server it would shut out', () => {
    expect(manifestFor({ browser: 'chrome', command: 'serve' }).content_security_policy).toBeUndefined();
  });
  it('never meets a style attribute, which it would refuse', () => {
    expect(sources).not.toMatch(/\bstyle=["']|setAttribute\(['"]style/);
  });
});
