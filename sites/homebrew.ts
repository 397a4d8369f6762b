import { purlPart } from './address.ts';
import type { Examples, Site } from './site.ts';

const caskTap = 'homebrew/cask/';

export const homebrew: Site = {
  name: 'Homebrew',
  host: 'formulae.brew.sh',
  group: 'packages',
  access: 'optional',
  pageTypes: [
    {
      prefix: 'pkg:brew/',
      kind: 'package',
      pathOf: (name) =>
        decodeURIComponent(
          name.startsWith(caskTap) ? `cask/${name.slice(caskTap.length)}` : `formula/${name}`,
        ),
    },
  ],
  identify([section, name = '']) {
    if (!/^[a-z\d][a-z\d@+._-]*$/.test(name)) return [];
    // A formula and a cask may have the same name, so a cask is named with its tap.
    if (section === 'formula' || section === 'formula-linux') return [`pkg:brew/${purlPart(name)}`];
    return section === 'cask' ? [`pkg:brew/${caskTap}${purlPart(name)}`] : [];
  },
  anchors: [],
};

export const homebrewExamples: Examples = {
  'https://formulae.brew.sh/formula/ollama': ['pkg:brew/ollama'],
  'https://formulae.brew.sh/formula/Ollama/?x=1#default': ['pkg:brew/ollama'],
  'https://formulae.brew.sh/formula/python@3.13': ['pkg:brew/python%403.13'],
  'https://formulae.brew.sh/cask/claude-code': ['pkg:brew/homebrew/cask/claude-code'],
  'https://formulae.brew.sh/cask/claude-code@latest': ['pkg:brew/homebrew/cask/claude-code%40latest'],
  'https://formulae.brew.sh/': [],
  'https://formulae.brew.sh/formula/': [],
  'https://formulae.brew.sh/cask': [],
  'https://formulae.brew.sh/api/formula/ollama.json': [],
  'https://formulae.brew.sh/analytics/install/30d': [],
  'https://formulae.brew.sh/docs/api': [],
};
