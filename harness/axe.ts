import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import type { Evaluates, Popup } from './extension.ts';

type Scope = { selector?: string; bestPractice?: boolean };

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Runs axe on what is shown and gives its violations as lines to read, one an element. */
export async function axeViolations(
  shown: Page | Popup,
  { selector, bestPractice }: Scope = {},
): Promise<string[]> {
  const inside = shown as Evaluates;
  // Reading half a megabyte again takes longer than running it.
  if (!(await inside.evaluate(() => 'axe' in globalThis))) await inside.evaluate(`${axe.source}; undefined`);
  const tags = bestPractice ? [...levels, 'best-practice'] : levels;
  const found = await inside.evaluate(runAxe, selector ?? null, tags);
  if (found.checked === 0) throw new Error(`axe found nothing to check in ${selector ?? 'the page'}`);
  return found.lines;
}

async function runAxe(selector: string | null, tags: string[]) {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
  const result = await axe.run(selector ?? document, { runOnly: tags, resultTypes: ['violations'] });
  const lines = result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}) at ${target.join(' ')}: ${html.slice(0, 160)}`),
  );
  return { lines, checked: result.passes.length + result.violations.length };
}
