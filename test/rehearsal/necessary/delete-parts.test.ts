import { deleteParts } from '../../../rehearsal/necessary/delete-parts';

it('deletes members of a list by where they stood before, whatever the order of the paths', () => {
  const template = { Actions: ['a', 'b', 'c', 'd'], Name: 'x', Other: { Deep: 1, Kept: 2 } };
  deleteParts(template, [['Actions', 0], ['Name'], ['Actions', 2], ['Other', 'Deep']]);
  expect(template).toEqual({ Actions: ['b', 'd'], Other: { Kept: 2 } });
});

it('deletes lists of tens in the order of numbers, not of texts', () => {
  const all = Array.from({ length: 12 }, (_, index) => index);
  const template = { all };
  deleteParts(template, [
    ['all', 2],
    ['all', 10],
  ]);
  expect(template.all).toEqual([0, 1, 3, 4, 5, 6, 7, 8, 9, 11]);
});
