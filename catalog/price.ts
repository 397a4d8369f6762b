import { capital } from './capital.ts';
import { dateLabel } from './dates.ts';
import { own } from './own.ts';
import type { Tool } from './tool-schema.ts';

type EntryPrice = Tool['facts']['entryPrice'];
type Price = Pick<EntryPrice, 'value' | 'amount' | 'currency' | 'unit' | 'until'>;

// Whether it is open source is what the license says.
const words: Record<string, string> = {
  'open source': 'Free',
  freemium: 'Free and paid plans',
  unknown: 'Unknown',
};

/**
 * The entry price in words: "Free", "Free plan; paid from $20/month", "Paid, $2 per million tokens until 30 Nov 2026". Amounts are in
 * the fact's own ISO 4217 currency.
 */
export function priceLabel(price: Price): string {
  return price.until ? `${priceInWords(price)} until ${dateLabel(price.until)}` : priceInWords(price);
}

/** The label of a price on a day (ISO 8601): after the last day on which it held, "Was paid, $2 per million tokens until 30 Nov 2026". */
export function priceOn(day: string, label: string, until: string | undefined): string {
  return until && until < day ? `Was ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

function priceInWords({ value, amount, currency, unit }: Price): string {
  const word = own(words, value) ?? capital(value);
  if (amount === undefined || !currency) return word;
  const money = inCurrency(currency, Number.isInteger(amount) ? 0 : 2).format(amount);
  if (value === 'freemium') return `Free plan; paid from ${money}${perUnit(unit?.replace(plan, ''))}`;
  return `${word}, ${money}${perUnit(unit)}`;
}

// "month (Builder plan, flat)": the plan or model at whose price paying begins.
const plan = / \(([^()]*)\)$/;

/** The plan at whose price paying begins, where the label leaves it out. */
export function paidPlan({ value, unit = '' }: Price): string | undefined {
  return value === 'freemium' ? plan.exec(unit)?.[1] : undefined;
}

function perUnit(unit: string | undefined): string {
  if (!unit) return '';
  return unit === 'month' ? '/month' : ` per ${unit}`;
}

// A formatter takes longer to make than to use; there are fewer currencies in use than are kept.
const formatters = new Map<string, Intl.NumberFormat>();
const maxFormatters = 200;

function inCurrency(currency: string, maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${currency} ${maximumFractionDigits}`;
  const format =
    formatters.get(key) ??
    new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits });
  if (formatters.size < maxFormatters) formatters.set(key, format);
  return format;
}

/** Whether nothing has to be paid for it, as for open source. */
export function isFree({ value }: Pick<EntryPrice, 'value'>): boolean {
  return value === 'free' || value === 'open source';
}

/** Whether people can start without paying; undefined if the price is unknown. */
export function isFreeToStart(price: Pick<EntryPrice, 'value'>): boolean | undefined {
  if (price.value === 'unknown') return undefined;
  return isFree(price) || price.value === 'freemium';
}
