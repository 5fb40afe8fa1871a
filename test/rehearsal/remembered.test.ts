import { remembered, rememberedOf } from '../../rehearsal/remembered';

describe('what is remembered', () => {
  it('is made once of each text, nothing included', () => {
    const made: string[] = [];
    const lengthOf = remembered((text) => {
      made.push(text);
      return text === '' ? undefined : text.length;
    });
    expect(['a', 'bb', '', 'a', ''].map(lengthOf)).toEqual([1, 2, undefined, 1, undefined]);
    expect(made).toEqual(['a', 'bb', '']);
  });

  it('is made once of each object, not of its likes, by what it was first made with', () => {
    const [one, other] = [{ name: 'x' }, { name: 'x' }];
    const named = rememberedOf(({ name }: { name: string }, where: string) => ({ name, where }));
    const first = named(one, 'here');
    expect(named(one, 'there')).toBe(first);
    expect(named(other, 'there')).toEqual({ name: 'x', where: 'there' });
  });
});
