import { trials, twinOf } from '../../../rehearsal/necessary/trials';

const names = trials.map(({ name }) => name);

it('changes the Regions over where either could be lost', () => {
  expect(names).toEqual(expect.arrayContaining(['region-loss', twinOf('region-loss')]));
});

it('changes none over in which the application must live where it does', () => {
  expect(names).toEqual(expect.arrayContaining(['loss-after-move', 'failback-offered']));
  expect(names).not.toContain(twinOf('loss-after-move'));
  expect(names).not.toContain(twinOf('failback-offered'));
});
