import type { Examples, Site } from './site.ts';

export const pypi: Site = {
  name: 'PyPI',
  host: 'pypi.org',
  access: 'required',
  pageTypes: [{ prefix: 'pkg:pypi/', kind: 'package', pathOf: (name) => `project/${name}` }],
  identify([section, project]) {
    if (section !== 'project' || !project || !/^[a-z\d](?:[\w.-]*[a-z\d])?$/.test(project)) return [];
    return [`pkg:pypi/${normalizedName(project)}`];
  },
  anchors: [
    { selector: 'h1.project-header__name', put: 'float', seen: '2026-09' },
    { selector: 'h1.package-header__name', put: 'float', seen: '2025-10' },
  ],
};

/** The normalized name of a project: lower case, and one hyphen for each run of `-`, `_` and `.` (PEP 503). */
export function normalizedName(project: string): string {
  return project.toLowerCase().replace(/[-_.]+/g, '-');
}

export const pypiExamples: Examples = {
  'https://pypi.org/project/axolotl/': ['pkg:pypi/axolotl'],
  'https://pypi.org/project/Axolotl/0.16.0/#files': ['pkg:pypi/axolotl'],
  'https://pypi.org/project/aider_chat': ['pkg:pypi/aider-chat'],
  'https://pypi.org/project/Aider.-_Chat/': ['pkg:pypi/aider-chat'],
  'https://pypi.org/': [],
  'https://pypi.org/project/': [],
  'https://pypi.org/user/axolotl/': [],
  'https://pypi.org/search/?q=axolotl': [],
};
