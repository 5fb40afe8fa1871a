import { TlsFault, type Certificate, type Tls } from '../../lambdas/tls';
import type { Application } from './application';
import { exchange } from './exchange';
import type { Place, World } from './world';

/**
 * The longest that public certificates are valid from March 2026 on.
 * https://cabforum.org/2025/04/11/ballot-sc081v3-introduce-schedule-of-reducing-validity-and-data-reuse-periods/
 */
const VALID_DAYS = 200;

/**
 * TLS from a function to the front ends of the application. Each was given a new certificate when the rehearsal began,
 * unless a scenario says otherwise. Each handshake is one entry of the trace, which `note` is told.
 */
export const simulatedTls = (
  world: World,
  application: Pick<Application, 'regionOf'>,
): ((from: Place, note: (traceId: string) => void, causes: () => readonly string[]) => Tls) => {
  const fresh: Certificate = { validToMs: world.clock.now() + VALID_DAYS * 86_400_000, fits: true };
  const certificateOf = (host: string): Certificate => ({ ...fresh, ...world.faults.certificate?.(host) });
  return (from, note, causes) => async (request) => {
    const { host, port, timeoutMs } = request;
    const place = application.regionOf(host);
    const silent = world.faults.hostSilent?.(host) ?? false;
    const shown =
      place === undefined
        ? undefined
        : await exchange(world, from, { place, silent, serve: () => certificateOf(host) }, request);
    const why = place === undefined ? 'the name leads nowhere' : `nothing within ${timeoutMs} ms`;
    const what = shown ? `valid until ${new Date(shown.validToMs).toISOString()}` : why;
    note(world.trace.add({ type: 'check', region: from, what: `TLS ${host} → ${what}`, causes: [...causes()] }));
    if (!shown) throw new TlsFault(`TLS ${host}:${port}: no handshake (${why})`);
    return shown;
  };
};
