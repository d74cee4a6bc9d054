import type { ScanCache } from './cache/index.ts';
import type { Interruption } from './interruption.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What goes along with a scan. */
export interface Way {
  readonly interruption: Interruption;
  readonly cache: ScanCache | null;
  readonly watch: Stopwatch;
}
