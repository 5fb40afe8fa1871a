import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { isTlsFault, realTls } from '../../lambdas/tls';
import { selfSigned } from './self-signed';

const open: (Server | Socket)[] = [];
afterEach(() => {
  for (const one of open.splice(0))
    if ('close' in one) one.close();
    else one.destroy();
});

const listen = (server: Server): Promise<number> => {
  open.push(server.on('connection', (socket: Socket) => open.push(socket)));
  return new Promise((resolve) => server.listen(0, () => resolve((server.address() as AddressInfo).port)));
};

const askedOf = async (host: string, one: Server, timeoutMs = 2_000) =>
  realTls({ host, port: await listen(one), timeoutMs });

it('answers until when a certificate is valid, and that it is for the host, even if nobody signed it', async () => {
  const shown = await askedOf('localhost', createServer(selfSigned));
  expect(shown).toEqual({ validToMs: Date.parse(selfSigned.validTo), fits: true });
});

it('answers that a certificate is for another host', async () => {
  expect(await askedOf('127.0.0.1', createServer(selfSigned))).toMatchObject({ fits: false });
});

it.each<[string, Server, RegExp]>([
  ['closes', createTcpServer((socket) => socket.end()), /no handshake \(/],
  [
    'speaks no TLS',
    createTcpServer((socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')),
    /no handshake \(/,
  ],
  ['says nothing', createTcpServer((socket) => void socket.unref()), /no handshake \(nothing within 100 ms\)/],
])('S3 is a fault with a reason where the other side %s', async (_, one, message) => {
  const fault = await askedOf('localhost', one, 100).catch((thrown: unknown) => thrown);
  expect(isTlsFault(fault)).toBe(true);
  expect(String(fault)).toMatch(message);
});
