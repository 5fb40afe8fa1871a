import { createLikeliest } from '../../../rehearsal/necessary/likeliest';

const part = (stack: string, id: string) => ({ stack, path: ['Resources', id] });

it('asks first what noticed the same resource in another Region, and the same with the Regions changed over', () => {
  const { order, noticed } = createLikeliest(['one', 'two', 'three', 'three (changed over)']);
  expect(order(part('us-east-1', 'fence'))).toEqual(['one', 'two', 'three', 'three (changed over)']);
  noticed(part('us-west-2', 'fence'), 'three');
  expect(order(part('us-east-1', 'fence'))).toEqual(['three', 'three (changed over)', 'one', 'two']);
  expect(order(part('us-east-1', 'other'))).toEqual(['one', 'two', 'three', 'three (changed over)']);
});

it('remembers nothing of what is no trial, such as a template that is refused', () => {
  const { order, noticed } = createLikeliest(['one', 'two']);
  noticed(part('us-east-1', 'fence'), 'deployment');
  expect(order(part('us-east-1', 'fence'))).toEqual(['one', 'two']);
});
