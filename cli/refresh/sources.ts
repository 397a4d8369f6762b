import type { Source } from './source.ts';

/** Every source that is asked, in the order of the report. */
export const sources: readonly Source[] = [];
