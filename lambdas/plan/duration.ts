const unitSeconds = { d: 86_400, h: 3_600, m: 60, s: 1 } as const;
type Unit = keyof typeof unitSeconds;

/** A whole number and one unit: seconds, minutes, hours or days. */
export const durationText = /^\d+[smhd]$/;

/** The seconds that a text matching `durationText` stands for. */
export const parseDuration = (text: string): number => Number(text.slice(0, -1)) * unitSeconds[text.slice(-1) as Unit];

/** The shortest way to write a number of seconds as a duration, such as `15m` for 900. */
export const showDuration = (seconds: number): string => {
  const units = Object.entries(unitSeconds);
  const [unit, size] = units.find(([, size]) => seconds > 0 && seconds % size === 0) ?? ['s', 1];
  return `${seconds / size}${unit}`;
};
