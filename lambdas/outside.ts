import { readFileSync } from 'node:fs';
import { realAws, type Aws } from './aws';
import { realClock, type Clock } from './clock';
import { realDns, type Dns } from './dns';
import { realHttp, type Http } from './http';
import { realTls, type Tls } from './tls';

/** Every way out of a function. Handlers get it as an argument, so the rehearsal runs them unchanged. */
export interface Outside {
  readonly aws: Aws;
  readonly http: Http;
  readonly dns: Dns;
  readonly tls: Tls;
  readonly clock: Clock;
  /** One line of structured log. */
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
  /** The text of a file that came with the function, such as `/opt/plan.json` of the plan's layer. */
  readonly file: (path: string) => string;
}

export const reality: Outside = {
  aws: realAws,
  http: realHttp,
  dns: realDns,
  tls: realTls,
  clock: realClock,
  log: (line) => {
    process.stdout.write(`${JSON.stringify(line)}\n`);
  },
  file: (path) => readFileSync(path, 'utf8'),
};
