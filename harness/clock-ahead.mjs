// `node --import ./tests/clock-ahead.mjs` runs a process, and each Node it starts, as many days ahead as HULLMARK_DAYS_AHEAD says.
const RealDate = Date;
const ahead = Number(process.env.HULLMARK_DAYS_AHEAD ?? 0) * 86_400_000;

globalThis.Date = class extends RealDate {
  /** @param {ConstructorParameters<typeof RealDate>} parts */
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + ahead] : parts));
  }
  static now() {
    return RealDate.now() + ahead;
  }
};
