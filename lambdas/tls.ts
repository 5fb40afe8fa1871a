import { isIP } from 'node:net';
import { checkServerIdentity, connect } from 'node:tls';

/** Whom to ask for a certificate; `timeoutMs` covers the connection and the handshake. */
export interface TlsRequest {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
}

/** What a server's certificate says of itself. */
export interface Certificate {
  /** When it expires, in milliseconds since 1970. */
  readonly validToMs: number;
  /** Whether it is for the host that was asked. */
  readonly fits: boolean;
}

/** Shakes hands with a server and answers its certificate, whatever is wrong with it; no handshake is a `TlsFault`. */
export type Tls = (request: TlsRequest) => Promise<Certificate>;

/** Nobody shook hands: refused, reset, not resolved, no TLS, or too late. */
export class TlsFault extends Error {
  override readonly name = 'TlsFault';
}

/** Tells by name, because a bundled function has its own copy of the class. */
export const isTlsFault = (fault: unknown): fault is TlsFault => fault instanceof Error && fault.name === 'TlsFault';

export const realTls: Tls = ({ host, port, timeoutMs }) =>
  new Promise((resolve, reject) => {
    // An expired certificate is what is asked for, so nothing is sent and nothing needs to be trusted.
    const socket = connect({ host, port, servername: isIP(host) ? '' : host, rejectUnauthorized: false });
    const fail = (why: string) => {
      clearTimeout(timer);
      socket.destroy();
      reject(new TlsFault(`TLS ${host}:${port}: no handshake (${why})`));
    };
    const timer = setTimeout(() => fail(`nothing within ${timeoutMs} ms`), timeoutMs);
    socket.once('error', ({ message }) => fail(message));
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      const shown = socket.getPeerCertificate();
      socket.destroy();
      resolve({ validToMs: Date.parse(shown.valid_to), fits: checkServerIdentity(host, shown) === undefined });
    });
  });
