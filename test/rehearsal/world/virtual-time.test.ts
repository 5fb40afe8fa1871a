import { installVirtualTime, type VirtualTime } from '../../../rehearsal/world/virtual-time';

const BEGAN = Date.UTC(2026, 0, 6);
const real = { Date, setTimeout, clearTimeout, setInterval };

let time: VirtualTime;
beforeEach(() => (time = installVirtualTime(BEGAN)));
afterEach(() => time.uninstall());

const pass = (): void => {
  while (time.next());
};

describe('virtual time', () => {
  it('stands still until it is told to pass, and then jumps to the next timer', () => {
    const fired: number[] = [];
    setTimeout(() => fired.push(Date.now() - BEGAN), 2_000);
    setTimeout((word: string) => fired.push(word.length), 1_000, 'four');
    expect(Date.now()).toBe(BEGAN);
    pass();
    expect(fired).toEqual([4, 2_000]);
    expect(time.now()).toBe(BEGAN + 2_000);
  });

  it('never fires what was cancelled, by whichever way it was set', () => {
    const fire = jest.fn();
    clearTimeout(setTimeout(fire, 1).ref().unref());
    time.after(1, fire)();
    clearTimeout(undefined);
    expect(time.next()).toBe(false);
    expect(fire).not.toHaveBeenCalled();
  });

  it('still cancels what was set in real time', () => {
    const timer = real.setTimeout(() => undefined, 60_000);
    clearTimeout(timer);
    expect((timer as unknown as { readonly _destroyed: boolean })._destroyed).toBe(true);
  });

  it.each([
    [undefined, 1],
    [NaN, 1],
    [-1, 1],
    [0, 1],
    [2.9, 2],
    [2 ** 31 - 1, 2 ** 31 - 1],
    [2 ** 31, 1],
  ])('makes of %s ms for setTimeout what Node does', (ms, waited) => {
    setTimeout(() => undefined, ms);
    pass();
    expect(time.now()).toBe(BEGAN + waited);
  });

  it.each([NaN, -1, 0])('fires at once what is due in %s ms', (ms) => {
    time.after(ms, () => undefined);
    pass();
    expect(time.now()).toBe(BEGAN);
  });

  it('makes real dates, of the virtual time where none is asked for', () => {
    expect(new Date().getTime()).toBe(BEGAN);
    expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(new Date(2026, 1, 3).getMonth()).toBe(1);
    expect(new Date(new Date(5)).getTime()).toBe(5);
    expect(Date()).toBe(new Date(BEGAN).toString());
    expect([Date.parse('1970-01-01T00:00:01Z'), Date.UTC(1970, 0)]).toEqual([1_000, 0]);
    expect(new Date()).toBeInstanceOf(real.Date);
    expect(new real.Date()).toBeInstanceOf(Date);
  });

  it('refuses what would go on in real time', () => {
    expect(() => setInterval(() => undefined, 1)).toThrow('use `every` of its clock');
  });

  it('gives the real ones back', () => {
    time.uninstall();
    expect({ Date, setTimeout, clearTimeout, setInterval }).toEqual(real);
  });
});
