import { describe, expect, it } from 'vitest';
import { commercialUseOf, licenseTerms, licenseKind } from '../../../catalog/license.ts';
import { priceLabel } from '../../../catalog/price.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };

describe('licenses', () => {
  it.each([
    ['MIT', 'yes'],
    ['AGPL-3.0-only', 'conditions'],
    ['LicenseRef-Lab', 'no'],
    ['MIT OR LicenseRef-Lab', 'yes'],
    ['MIT AND LicenseRef-Lab', 'no'],
    ['MIT AND AGPL-3.0-only', 'conditions'],
    ['MIT OR LicenseRef-Lab AND AGPL-3.0-only', 'yes'],
    ['GPL-2.0-only', 'unknown'],
    ['MIT AND GPL-2.0-only', 'unknown'],
    ['constructor', 'unknown'],
    ['unknown', 'unknown'],
  ])('%s: commercial use %s', (expression, use) =>
    expect(licenseTerms(expression, reference.licenses).commercialUse).toBe(use),
  );
  it('a custom license is shown by its name', () =>
    expect(licenseTerms('MIT OR LicenseRef-Lab', reference.licenses).label).toBe('MIT OR Lab License'));
  it("a tool's own fact outranks its license", () =>
    expect(
      commercialUseOf(tool('oven', '', {}, { commercialUse: { value: 'no', ...cited } }), reference.licenses),
    ).toBe('no'));
});

describe('entry prices', () => {
  it.each([
    [{ value: 'open source' }, 'Free'],
    [{ value: 'unknown' }, 'Unknown'],
    [{ value: 'freemium' }, 'Free and paid plans'],
    [{ value: 'paid', amount: 20, currency: 'USD', unit: 'seat/month' }, 'Paid, $20 per seat/month'],
    [{ value: 'paid', amount: 20, currency: 'USD', unit: 'month' }, 'Paid, $20/month'],
    [
      { value: 'paid', amount: 1, currency: 'USD', unit: 'million tokens (Small 2)' },
      'Paid, $1 per million tokens (Small 2)',
    ],
    [
      { value: 'freemium', amount: 20, currency: 'USD', unit: 'month (Builder plan, flat)' },
      'Free plan; paid from $20/month',
    ],
    [{ value: 'freemium', amount: 9.5, currency: 'EUR' }, 'Free plan; paid from €9.50'],
  ] as const)('%j → %s', (price, label) => expect(priceLabel(price)).toBe(label));
});

describe('the class of a license', () => {
  it.each([
    ['MIT', 'open source'],
    ['MIT AND LicenseRef-Lab', 'custom'],
    ['LicenseRef-Lab OR AGPL-3.0-only', 'open source'],
    ['LicenseRef-Lab AND LicenseRef-Nowhere', 'unknown'],
    ['unknown', 'unknown'],
  ])('%s is %s', (expression, kind) => expect(licenseKind(expression, reference.licenses)).toBe(kind));
});
