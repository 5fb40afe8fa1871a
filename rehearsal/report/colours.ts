import { createColors } from 'picocolors';

/** Colours only where somebody looks: on a terminal that does not refuse them. A CI's log is no terminal. */
export const colours = createColors(Boolean(process.stdout.isTTY) && process.env['NO_COLOR'] === undefined);
