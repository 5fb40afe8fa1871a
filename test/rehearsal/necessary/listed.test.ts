import { listed, speaksOf } from '../../../rehearsal/necessary/listed';
import { partsOfAssembly } from '../../../rehearsal/necessary/necessary';
import type { Part } from '../../../rehearsal/necessary/part';
import { quickStartAssembly } from '../assembly';

const assembly = quickStartAssembly();
afterAll(() => assembly.remove());

const every = (parts: readonly Part[]): Part[] => parts.flatMap((part) => [part, ...every(part.parts)]);

it('speaks of something that is in the templates, with every entry', () => {
  const parts = every(partsOfAssembly(assembly.dir));
  expect(listed.filter((entry) => !parts.some((part) => speaksOf(entry, part)))).toEqual([]);
});

it('excuses no function, role, machine, rule, alarm, health check, record, table, gate or topic as a whole, and of schedules only the hourly one', () => {
  const excused = partsOfAssembly(assembly.dir).filter((part) => listed.some((entry) => speaksOf(entry, part)));
  const types = new Set(excused.map(({ type }) => type));
  expect([...types].sort()).toEqual([
    'AWS::CloudWatch::Dashboard',
    'AWS::S3::BucketPolicy',
    'AWS::SNS::TopicPolicy',
    'AWS::Scheduler::Schedule',
  ]);
  const schedules = excused.filter(({ type }) => type === 'AWS::Scheduler::Schedule');
  expect(schedules.every(({ text }) => text.includes('rate(1 hour)'))).toBe(true);
});
