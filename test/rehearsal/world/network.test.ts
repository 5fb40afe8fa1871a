import { createNetwork } from '../../../rehearsal/world/network';

describe('the network', () => {
  it('lets nothing through to or from a dead Region', () => {
    const network = createNetwork();
    network.kill('us-east-1');
    expect(network.reaches('us-east-1', 'us-west-2')).toBe(false);
    expect(network.reaches('us-west-2', 'us-east-1')).toBe(false);
    expect(network.reaches('us-east-1', 'us-east-1')).toBe(false);
  });

  it('tells who waits for a Region that it lives again, once each of those that killed it has let go', () => {
    const network = createNetwork();
    const told: string[] = [];
    network.kill('us-east-1');
    network.kill('us-east-1');
    network.onRevival('us-east-1', () => told.push('one'));
    network.onRevival('us-east-1', () => told.push('taken back'))();
    network.onRevival('us-east-1', () => told.push('two'));
    network.revive('us-east-1');
    expect(told).toEqual([]);
    network.revive('us-east-1');
    network.revive('us-east-1');
    expect(told).toEqual(['one', 'two']);
  });

  it('can be cut in one direction only', () => {
    const network = createNetwork();
    network.cut('us-east-1', 'us-west-2');
    expect(network.reaches('us-east-1', 'us-west-2')).toBe(false);
    expect(network.reaches('us-west-2', 'us-east-1')).toBe(true);
    network.mend('us-east-1', 'us-west-2');
    expect(network.reaches('us-east-1', 'us-west-2')).toBe(true);
  });

  it('leaves a Region that is cut off from everything whole in itself', () => {
    const network = createNetwork();
    network.cut('*', 'us-east-1');
    expect(network.reaches('internet', 'us-east-1')).toBe(false);
    expect(network.reaches('us-east-1', 'us-east-1')).toBe(true);
  });
});
