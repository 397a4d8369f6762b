// `node --import ./harness/clock-ahead.ts` runs a process, and each Node it starts, HULLMARK_DAYS_AHEAD days ahead.
const ahead = Number(process.env.HULLMARK_DAYS_AHEAD ?? 0) * 86_400_000;

globalThis.Date = new Proxy(Date, {
  construct: (RealDate, args, newTarget) =>
    Reflect.construct(RealDate, args.length ? args : [RealDate.now() + ahead], newTarget) as Date,
  apply: (RealDate) => new RealDate(RealDate.now() + ahead).toString(),
  get: (RealDate, key) =>
    key === 'now' ? () => RealDate.now() + ahead : (Reflect.get(RealDate, key) as unknown),
});
