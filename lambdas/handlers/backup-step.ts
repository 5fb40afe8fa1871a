import type { Acting, Authority, Saving } from '../resources/kind';
import { kindOf } from '../resources/registry';
import type { BackupPhase } from '../steps/backup-phases';
import { runStepBeside } from '../steps/run-step';
import { savingRequest, type SavingRequest } from '../steps/step';
import { lambda, type Room } from './lambda';
import { UnknownStep } from './step';

/** Makes the function of one phase of a backup. */
export const backupStep = (name: string, phase: BackupPhase) =>
  lambda(name, savingRequest, async (request: SavingRequest, room: Room) => {
    const { plan, outside } = room;
    const { move, step } = request;
    const resource = plan.resources.find((one) => one.name === step.resource && one.kind === step.kind);
    const acting: Acting<typeof resource & object, Saving> | undefined = resource && kindOf(resource)[phase];
    if (!resource || !acting) throw new UnknownStep(`the plan has no ${step.kind} ${step.resource} that can ${phase}`);
    const ways = { plan, outside, authority: noAuthority, suspectAnswers: async () => undefined };
    return runStepBeside({ phase, plan, replicas: room.replicas() }, request, {
      deadlineSeconds: acting.deadlineSeconds,
      start: (aboutToAct, startedAt) => acting.start(resource, move, { ...ways, aboutToAct, startedAt }),
      poll: (startedAt) => acting.poll(resource, move, { ...ways, aboutToAct: neverWhenPolling, startedAt }),
    });
  });

const neverWhenPolling = (): Promise<never> => Promise.reject(new Error('poll only looks'));

const none = (): Promise<never> => Promise.reject(new Error('a backup has no authority over gates and traffic'));

const noAuthority: Authority = {
  oldGateClosedAt: none,
  oldGateStaysOpen: none,
  grantLease: none,
  switchTraffic: none,
};
