// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../../sites/site.ts';
import { factsAt } from '../../../builders/page-facts.ts';

function savedPage(file: string, names: Record<string, string>): string {
  const html = readFileSync(`tests/pages/${file}`, 'utf8');
  const still = html.replace(/<link rel="stylesheet"[^>]*>/g, '');
  return still.replace(/\{\{(\w+)\}\}/g, (_, name: string) => names[name] ?? '');
}

const names = { owner: 'Axolotl-AI-Cloud', name: 'axolotl', version: '0.16.0' };
const repository = 'https://github.com/axolotl-ai-cloud/axolotl';
const axolotl = 'pkg:github/axolotl-ai-cloud/axolotl';

describe('what a saved page states', () => {
  it.each<[file: string, url: string, facts: PageFacts, owner?: string]>([
    ['github/repository-logged-out.html', repository, { license: 'Apache-2.0 license' }],
    ['github/repository-logged-in.html', repository, { license: 'Apache-2.0 license' }],
    [
      'github/repository-2024-logged-in.html',
      repository,
      { version: 'v0.16.0', license: 'Apache-2.0 license' },
    ],
    ['github/archived.html', repository, { license: 'Apache-2.0 license', archived: true }],
    [
      'github/fork.html',
      'https://github.com/someone/axolotl',
      { license: 'Apache-2.0 license', forkOf: axolotl },
      'someone',
    ],
    ['github/fork.html', 'https://github.com/someone/axolotl/issues', { forkOf: axolotl }, 'someone'],
    ['github/releases.html', `${repository}/releases`, { version: 'v0.21.0' }],
    ['github/releases.html', `${repository}/releases/tag/v0.20.1`, {}],
    ['github/issue.html', `${repository}/issues/12`, {}],
    ['github/repository-2024-logged-in.html', 'https://github.com/another/repository', {}],
    ['pypi/project.html', 'https://pypi.org/project/axolotl/', { version: '0.16.0', license: 'Apache-2.0' }],
    [
      'pypi/project.html',
      'https://pypi.org/project/Axolotl/0.16.0/',
      { version: '0.16.0', license: 'Apache-2.0' },
    ],
    ['pypi/project.html', 'https://pypi.org/project/unsloth/', {}],
    [
      'pypi/old-version.html',
      'https://pypi.org/project/axolotl/0.16.0/',
      { version: '0.21.0', license: 'Apache-2.0' },
    ],
    [
      'pypi/project-2026.html',
      'https://pypi.org/project/axolotl/',
      { version: '0.16.0', license: 'Apache-2.0' },
    ],
    ['pypi/project-2026.html', 'https://pypi.org/project/axolotl/0.16.0/', { license: 'Apache-2.0' }],
    [
      'pypi/archived.html',
      'https://pypi.org/project/axolotl/',
      { version: '0.16.0', license: 'Apache-2.0', archived: true },
    ],
    [
      'pypi/archived.html',
      'https://pypi.org/project/axolotl/0.16.0/',
      { version: '0.21.0', license: 'Apache-2.0', archived: true },
    ],
    [
      'huggingface/model.html',
      'https://huggingface.co/facebook/sam3',
      { license: 'other', gated: true },
      'facebook',
    ],
    [
      'huggingface/gated.html',
      'https://huggingface.co/facebook/sam3/tree/main',
      { license: 'apache-2.0', gated: true, supersededBy: 'pkg:huggingface/facebook/sam3.1' },
      'facebook',
    ],
    ['huggingface/gated.html', 'https://huggingface.co/facebook/sam2', {}, 'facebook'],
  ])('%s at %s: %j', (file, url, facts, owner) => {
    const name = url.includes('huggingface') ? 'sam3' : 'axolotl';
    expect(factsAt(url, savedPage(file, { ...names, name, ...(owner && { owner }) }))).toEqual(facts);
  });
});
