import { remembered } from '../remembered';

/** A URL, taken apart. A rehearsal asks the few of a plan thousands of times. */
export const parsedUrl: (url: string) => Pick<URL, 'hostname' | 'pathname'> = remembered((url) => new URL(url));
