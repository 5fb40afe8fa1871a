import type { Faults } from '../world/world';

/** Takes back what a fault did, and no more. */
export type Mend = () => void;

/**
 * Adds to what goes wrong: `wrong` is given what went wrong before and answers what goes wrong from now on. What it adds
 * ends with the result, whatever was added since.
 */
export const spoil = <K extends keyof Faults>(
  faults: Faults,
  key: K,
  wrong: (before: Faults[K]) => NonNullable<Faults[K]>,
): Mend => {
  type Hook = (...args: unknown[]) => unknown;
  const before = faults[key];
  const after = wrong(before);
  let isOn = true;
  const hook: Hook = (...args) => ((isOn ? after : before) as Hook | undefined)?.(...args);
  faults[key] = hook as Faults[K];
  return () => {
    isOn = false;
  };
};

/** Takes back what a fault did when it is called first, and nothing afterwards. */
export const onceAtMost = (mend: Mend): Mend => {
  let isDone = false;
  return () => {
    if (!isDone) mend();
    isDone = true;
  };
};
