import { simulatedTls } from '../../../rehearsal/world/tls';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const noted: string[] = [];
const shake = (host: string) => {
  const regionOf = (name: string) => (name === 'shop.example' ? 'us-east-1' : undefined);
  const tls = simulatedTls(world, { regionOf })(
    'us-west-2',
    (id) => noted.push(id),
    () => ['cause'],
  );
  return world.run(tls({ host, port: 443, timeoutMs: 1_000 }));
};

it('shows the front end’s certificate, and leaves an entry in the trace', async () => {
  expect(await shake('shop.example')).toMatchObject({ fits: true });
  const [entry] = world.trace.entries;
  expect(entry).toMatchObject({ type: 'check', region: 'us-west-2', causes: ['cause'] });
  expect(noted).toContain(entry?.id);
});

it('shows what a scenario wants', async () => {
  world.faults.certificate = (host) => (host === 'shop.example' ? { validToMs: 7 } : {});
  expect(await shake('shop.example')).toEqual({ validToMs: 7, fits: true });
});

it('is a fault where the name leads nowhere, the Region is dead, or the host says nothing', async () => {
  await expect(shake('nowhere.example')).rejects.toThrow(
    'TLS nowhere.example:443: no handshake (the name leads nowhere)',
  );
  world.faults.hostSilent = (host) => host === 'shop.example';
  await expect(shake('shop.example')).rejects.toThrow('nothing within 1000 ms');
  world.faults.hostSilent = undefined;
  world.network.kill('us-east-1');
  await expect(shake('shop.example')).rejects.toThrow('nothing within 1000 ms');
});
