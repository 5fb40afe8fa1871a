import { Presets, SingleBar } from 'cli-progress';

/** Shows on a terminal how far many things of one kind are, with their rate and the time left; elsewhere only what is noted. */
export interface Progress {
  /** So many more are done. */
  step(count?: number): void;
  /** Something that nobody wants to wait for until the end. */
  note(line: string): void;
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
    note: (line) => void process.stderr.write(process.stderr.isTTY ? `${WIPE}${line}\n` : `${line}\n`),
    stop: () => bar.stop(),
  };
};

/** To the beginning of the bar's line, which is drawn again below: https://en.wikipedia.org/wiki/ANSI_escape_code#Control_Sequence_Introducer_commands */
const WIPE = '\r\u001B[K';
