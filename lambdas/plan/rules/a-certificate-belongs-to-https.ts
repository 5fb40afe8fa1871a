import type { PlanRule } from '../problem';

/** Only a host that speaks TLS shows a certificate. */
export const aCertificateBelongsToHttps: PlanRule = ({ checks }) =>
  checks.flatMap(({ kind, url }, at) =>
    kind !== 'certificate' || url.startsWith('https://')
      ? []
      : [
          {
            path: ['checks', at, 'url'],
            wrong: `"${url}" shows no certificate`,
            allowed: 'an address that begins with https://',
            fix: `write ${url.replace('http:', 'https:')}`,
          },
        ],
  );
