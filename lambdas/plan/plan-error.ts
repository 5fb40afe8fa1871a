import { UnderstudyError } from '../errors';
import { showPath, type Problem } from './problem';

/** Where a problem is; lines and columns count from 1 and are absent where the text has no lines worth naming. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** A plan that cannot be used, with everything that is wrong with it; nothing was changed (S32). */
export class PlanError extends UnderstudyError {
  override readonly name = 'PlanError';

  constructor(readonly problems: readonly (Problem & Place)[]) {
    super(problems.map(showProblem).join('\n'));
  }
}

/** `plan.yaml:4:9 objectives.rto: "15" is …; allowed: …; fix: …` */
const showProblem = ({ file, line, column, path, wrong, allowed, fix }: Problem & Place): string => {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const subject = path.length > 0 ? `${showPath(path)}: ` : '';
  return `${place} ${subject}${wrong}; allowed: ${allowed}; fix: ${fix}`;
};
