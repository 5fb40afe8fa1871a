import { Presets, SingleBar } from 'cli-progress';

/** Shows on a terminal how far many things of one kind are, with their rate and the time left; elsewhere shows nothing. */
export interface Progress {
  /** So many more are done. */
  step(count?: number): void;
  stop(): void;
}

/** Begins to show progress on stderr, so that stdout holds results only. */
export const showProgress = (total: number, what: string): Progress => {
  const beganMs = Date.now();
  const bar = new SingleBar(
    {
      format: `{bar} {value}/{total} ${what}, {rate}/s, {eta_formatted} left`,
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let done = 0;
  const rate = () => ({ rate: (done / Math.max(1, (Date.now() - beganMs) / 1000)).toFixed(1) });
  bar.start(total, 0, rate());
  return {
    step: (count = 1) => bar.update((done += count), rate()),
    stop: () => bar.stop(),
  };
};
