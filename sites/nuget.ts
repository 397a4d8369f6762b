import { isName } from './address.ts';
import type { Examples, Site } from './site.ts';

export const nuget: Site = {
  name: 'NuGet',
  host: 'nuget.org',
  www: true,
  group: 'packages',
  access: 'optional',
  pageTypes: [{ prefix: 'pkg:nuget/', kind: 'package', pathOf: (name) => `packages/${name}` }],
  identify([section, name = '']) {
    // Letter case makes no difference; `manage` are the pages of those who publish.
    return section === 'packages' && isName(name) && name !== 'manage' ? [`pkg:nuget/${name}`] : [];
  },
  // The HTML of its pages is not known (2026-11), so the badge goes into the corner.
  anchors: [],
};

const kernel = ['pkg:nuget/microsoft.semantickernel'];

export const nugetExamples: Examples = {
  'https://www.nuget.org/packages/Microsoft.SemanticKernel': kernel,
  'https://nuget.org/packages/microsoft.semantickernel/1.60.0#versions-body-tab': kernel,
  'https://www.nuget.org/packages/Microsoft.SemanticKernel/?_src=template': kernel,
  'https://www.nuget.org/': [],
  'https://www.nuget.org/packages?q=SemanticKernel': [],
  'https://www.nuget.org/packages/manage/upload': [],
  'https://www.nuget.org/profiles/SemanticKernel': [],
  'https://www.nuget.org/stats/packages/Microsoft.SemanticKernel': [],
  'https://www.nuget.org/users/account/LogOn': [],
};
