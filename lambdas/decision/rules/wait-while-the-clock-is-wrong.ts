import { wait, type Rule } from '../verdict';

/** Who cannot tell the time can tell neither how long a loss has lasted nor when a gate has closed (S11). */
export const waitWhileTheClockIsWrong: Rule = ({ clock }) => (clock ? wait(clock.because) : undefined);
