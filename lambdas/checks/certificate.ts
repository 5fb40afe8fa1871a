import type { Outside } from '../outside';
import type { Check } from '../plan/plan';
import { isTlsFault, type Certificate } from '../tls';
import type { Finding } from './check';

const DAY_MS = 86_400_000;

/**
 * From here on a certificate's end is told. Whoever renews by itself has done so weeks earlier, so by now it has failed,
 * and people still have two weeks. https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html
 */
const WARN_DAYS = 14;

/** Looks at the certificate of the host in a check's URL; bad when no user's browser would accept it (S6). */
export const askCertificate = async (check: Check, url: string, { tls, clock }: Outside): Promise<Finding> => {
  const { hostname: host, port } = new URL(url);
  try {
    const request = { host, port: port === '' ? HTTPS_PORT : Number(port), timeoutMs: check.timeoutSeconds * 1000 };
    return { check: check.name, ...judge(host, await tls(request), clock.now()) };
  } catch (fault) {
    if (!isTlsFault(fault)) throw fault;
    return { check: check.name, good: false, because: fault.message };
  }
};

/** https://www.iana.org/assignments/service-names-port-numbers */
const HTTPS_PORT = 443;

/** What ends soon is still good: only what is over may move an application. */
const judge = (host: string, { validToMs, fits }: Certificate, nowMs: number): Omit<Finding, 'check'> => {
  if (!fits) return { good: false, because: `the certificate that ${host} shows is not for ${host}` };
  const until = new Date(validToMs).toISOString();
  if (validToMs <= nowMs) return { good: false, because: `the certificate of ${host} expired at ${until}` };
  const days = Math.floor((validToMs - nowMs) / DAY_MS);
  return days < WARN_DAYS
    ? { good: true, because: `the certificate of ${host} ends in ${days} days, at ${until}: renew it` }
    : { good: true, because: `the certificate of ${host} is valid until ${until}` };
};
