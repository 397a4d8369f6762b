import { readFileSync } from 'node:fs';
import { isFirefox, type Target } from '../harness/target.ts';
import { github } from '../sites/github.ts';
import { matches } from '../sites/required.ts';

/** The files of an extension that does as little as possible: a popup of constant HTML and, if wanted, a constant badge. */
export function baselineFiles(target: Target, hasBadge: boolean): Record<string, string> {
  const background = isFirefox(target) ? { scripts: ['background.js'] } : { service_worker: 'background.js' };
  const manifest = {
    ...{ manifest_version: 3, name: 'Baseline', version: '1', action: { default_popup: 'popup.html' } },
    background,
    host_permissions: matches,
    ...(hasBadge && { content_scripts: [{ matches, run_at: 'document_start', js: ['badge.js'] }] }),
    ...(isFirefox(target) && { browser_specific_settings: { gecko: { id: 'baseline@bench.example' } } }),
  };
  return {
    'manifest.json': JSON.stringify(manifest),
    'background.js': '// A background that has nothing to do.\n',
    'badge.js': constantBadge,
    'popup.html': constantPopup,
  };
}

const style = ['components/look.css', 'badge/badge.css']
  .map((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
  .join('');

// A badge that looks the same, beside the same anchors, but reads neither page nor storage and reacts to nothing.
const constantBadge = `
const anchors = ${JSON.stringify(github.anchors)};
const host = document.createElement('span');
host.className = 'h';
host.style = 'display: inline-block; margin: 0 8px; vertical-align: middle';
const root = host.attachShadow({ mode: 'closed' });
const style = document.createElement('style');
style.textContent = ${JSON.stringify(style)};
const create = (tag, name, ...children) => {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...children);
  return element;
};
const badge = create('button', 'badge', create('span', 'bars', ...[...'sssk-'].map((vote) => create('i', vote))), create('b', 'Ship', 'Ship'), ' 3 of 4');
root.append(style, create('div', 'badge-root', badge));
const place = () => {
  for (const anchor of anchors) {
    const found = document.querySelector(anchor.selector);
    if (!found) continue;
    if (anchor.put === 'float') host.style = 'display: inline-block; position: absolute; z-index: 1';
    found.after(host);
    return observer.disconnect();
  }
};
const observer = new MutationObserver(place);
observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'hidden'] });
`;

// As wide and high as ours, so that the browser makes a window of the same size.
const constantPopup = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Baseline</title>
<style>body { width: 400px; height: 600px; margin: 0; font: 14px system-ui }</style>
<p data-verdict="Ship">Ship · 75%</p>
`;
