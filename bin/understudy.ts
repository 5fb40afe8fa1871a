#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { UnderstudyError } from '../lambdas/errors';
import { parsePlan } from '../lambdas/plan/parse-plan';
import type { Plan } from '../lambdas/plan/plan';
import { buildApp } from '../lib/app';

/** The plan that `cdk -c plan=FILE` or cdk.json names; a bad one ends the process with 2 and says why. */
const readPlan = (): Plan => {
  // Only an App knows the command line's context.
  const file: unknown = new App({ autoSynth: false }).node.tryGetContext('plan');
  if (typeof file !== 'string') return stop('no plan is named; name one with `-c plan=FILE`');
  const text = readText(file);
  try {
    return parsePlan(text, file);
  } catch (fault) {
    if (fault instanceof UnderstudyError) return stop(fault.message);
    throw fault;
  }
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return stop(`the plan ${file} cannot be read (${why}); name another with \`-c plan=FILE\``);
  }
};

const stop = (message: string): never => {
  console.error(message);
  process.exit(2);
};

buildApp(readPlan(), { account: process.env['CDK_DEFAULT_ACCOUNT'] }).synth();
