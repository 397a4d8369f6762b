import { describe, expect, it } from 'vitest';
import { plainLicenses } from '../../../catalog/parse-license-label.ts';

describe('what licenses a label names', () => {
  it.each<[label: string, ids: string[] | undefined]>([
    ['Apache-2.0 license', ['apache-2.0']],
    ['MIT License', ['mit']],
    ['apache-2.0', ['apache-2.0']],
    ['GPL-3.0-or-later', ['gpl-3.0']],
    ['GPL-3.0-only', ['gpl-3.0']],
    ['GPL-3.0 license', ['gpl-3.0']],
    ['Apache-2.0 OR MIT', ['apache-2.0', 'mit']],
    ['Apache-2.0, MIT licenses found', ['apache-2.0', 'mit']],
    ['apache-2.0, mit', ['apache-2.0', 'mit']],
    ['MIT License (MIT)', ['mit']],
    ['OSI Approved, Apache Software License (Apache 2.0)', ['apache-2.0']],
    ['Apache Software License (Apache License, Version 2.0)', ['apache-2.0']],
    ['Apache License 2.0', ['apache-2.0']],
    ['GNU Affero General Public License v3 (AGPL-3.0)', ['agpl-3.0']],
    ['GNU General Public License v3 (GPLv3)', ['gpl-3.0']],
    ['BSD License (BSD-3-Clause)', ['bsd-3-clause']],
    ['Unknown, MIT licenses found', undefined],
    ['View license', undefined],
    ['Apache Software License', undefined],
    ['BSD License', undefined],
    ['Other/Proprietary License', undefined],
    ['(MIT OR Apache-2.0) AND LicenseRef-X', undefined],
    ['MIT AND (Apache-2.0 OR BSD-2-Clause)', ['mit', 'apache-2.0', 'bsd-2-clause']],
    ['other', undefined],
    ['llama3.1', undefined],
    ['openrail', undefined],
    ['LicenseRef-SAM', undefined],
    ['Proprietary', undefined],
    ['unknown', undefined],
    ['', undefined],
  ])('%j → %j', (label, ids) => expect(plainLicenses(label)).toEqual(ids));
});
