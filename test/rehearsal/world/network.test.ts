import { createNetwork } from '../../../rehearsal/world/network';

describe('the network', () => {
  it('lets nothing through to or from a dead Region', () => {
    const network = createNetwork();
    network.kill('us-east-1');
    expect(network.reaches('us-east-1', 'us-west-2')).toBe(false);
    expect(network.reaches('us-west-2', 'us-east-1')).toBe(false);
    expect(network.reaches('us-east-1', 'us-east-1')).toBe(false);
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
