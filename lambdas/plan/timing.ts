/** Numbers of the write gate's arithmetic (S11). The code that must keep to one imports it from here. */

/** How long one run of `observe`, `hold-switch` or `hold-gate` goes on; their schedules start another every minute. */
export const LOOP_SECONDS = 240;

/** An observer looks at every Region once in so long. */
export const LOOK_SECONDS = 10;

/**
 * The longest time between two starts of `hold-gate`, one missed start included: EventBridge Scheduler keeps to the
 * minute, not the second, so starts can be 119 s apart.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export const START_GAP_SECONDS_MAX = 119 + 60;

/** A start's own delay: an idle function's first invocation loads code and connects. */
export const COLD_START_SECONDS_MAX = 10;

/** The longest transaction that the gate's client allows, between its look at the gate and the commit. */
export const TRANSACTION_SECONDS_MAX = 5;

/** A failover's state machine ends its run after so long: more than all deadlines and the patience of all tasks together. */
export const RUN_SECONDS_MAX = 90 * 60;

/** How far a writer's clock may be off. */
export const CLOCK_SKEW_SECONDS_MAX = 2;

/**
 * How far the clock of the function that takes over may be off before it notices and does not act: 2 s, and the second that
 * the store's answers do not tell (lambdas/authority/clock-guard.ts).
 */
export const FUNCTION_SKEW_SECONDS_MAX = 3;

/** How long a writer may stand still between its look at the gate and the commit: garbage collection, a frozen machine. */
export const PAUSE_SECONDS_MAX = 30;

/** How long a person may let writers write without a renewal: a break-glass that lasts longer is none. */
export const BREAK_GLASS_SECONDS_MAX = 4 * 3_600;

/** How far a person's clock may be ahead; a break-glass that begins later than that is none, so nothing lies in wait. */
export const BREAK_GLASS_AHEAD_SECONDS_MAX = 300;
