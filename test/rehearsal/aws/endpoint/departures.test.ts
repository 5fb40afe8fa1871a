import { createDepartures } from '../../../../rehearsal/aws/endpoint/departures';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';

let world: DrivenWorld;
beforeEach(() => {
  world = createWorld(1);
});
afterEach(() => world.close());

it('lets requests in by departure, whichever was slower on its way, so that a seed has one trace', async () => {
  const departures = createDepartures(world);
  const [one, other] = [{}, {}];
  const entered: string[] = [];
  departures.leave(one);
  departures.leave(other);
  expect(world.busy.sends).toBe(2);
  const arrivals = [
    departures.arrive(other).then(() => entered.push('other')),
    departures.arrive(one).then(() => entered.push('one')),
  ];
  expect(world.busy.sends).toBe(0);
  await world.run(Promise.all(arrivals));
  expect(entered).toEqual(['one', 'other']);
});

it('does not hold up time for a request that was given up', () => {
  const departures = createDepartures(world);
  const request = {};
  departures.leave(request);
  departures.giveUp(request);
  departures.giveUp(request);
  expect(world.busy.sends).toBe(0);
});
