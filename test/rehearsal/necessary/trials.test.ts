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

it('S29 backups are among them, because the quick start makes some: what only they use would seem to be needed by nobody', () => {
  expect(names).toEqual(expect.arrayContaining(['backup', 'backup-after-move', 'copy-fails']));
});
