import type { Examples, Site } from './site.ts';

export const pypi: Site = {
  name: 'PyPI',
  host: 'pypi.org',
  // Its name until 2018, which redirects.
  otherHosts: ['pypi.python.org'],
  group: 'packages',
  access: 'required',
  pageTypes: [{ prefix: 'pkg:pypi/', kind: 'package', pathOf: (name) => `project/${name}` }],
  identify([section = '', project = '']) {
    return pathsOfProjects.has(section) ? pypiPageId(project) : [];
  },
  anchors: [
    { selector: 'h1.project-header__name', put: 'float', seen: '2026-09' },
    { selector: 'h1.package-header__name', put: 'float', seen: '2025-10' },
  ],
};

// `p` and `pypi` redirect to the project, `pypi/<name>/json` and `simple` are what programs read of it.
const pathsOfProjects = new Set(['p', 'project', 'pypi', 'simple']);

/** The page id of a project, in a list; empty where the name cannot be one. */
export function pypiPageId(project: string): string[] {
  return /^[a-z\d](?:[\w.-]*[a-z\d])?$/.test(project) ? [`pkg:pypi/${normalizedName(project)}`] : [];
}

/** The normalized name of a project: lower case, and one hyphen for each run of `-`, `_` and `.` (PEP 503). */
export function normalizedName(project: string): string {
  return project.toLowerCase().replace(/[-_.]+/g, '-');
}

export const pypiExamples: Examples = {
  'https://pypi.org/project/axolotl/': ['pkg:pypi/axolotl'],
  'https://pypi.org/project/Axolotl/0.16.0/#files': ['pkg:pypi/axolotl'],
  'https://pypi.org/project/aider_chat': ['pkg:pypi/aider-chat'],
  'https://pypi.org/project/Aider.-_Chat/': ['pkg:pypi/aider-chat'],
  'https://pypi.org/simple/aider-chat/': ['pkg:pypi/aider-chat'],
  'https://pypi.org/pypi/Aider_Chat/json': ['pkg:pypi/aider-chat'],
  'https://pypi.org/pypi/aider-chat/0.86.1/json': ['pkg:pypi/aider-chat'],
  'https://pypi.org/p/aider-chat/': ['pkg:pypi/aider-chat'],
  'https://pypi.python.org/pypi/aider-chat': ['pkg:pypi/aider-chat'],
  'https://test.pypi.org/project/axolotl/': [
    'test.pypi.org/project/axolotl',
    'test.pypi.org/project',
    'test.pypi.org',
  ],
  'https://pypi.org/': [],
  'https://pypi.org/simple/': [],
  'https://pypi.org/manage/project/axolotl/releases/': [],
  'https://pypi.org/org/axolotl/': [],
  'https://pypi.org/rss/project/axolotl/releases.xml': [],
  'https://pypi.org/project/': [],
  'https://pypi.org/user/axolotl/': [],
  'https://pypi.org/search/?q=axolotl': [],
};
