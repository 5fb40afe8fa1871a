import { wait, type Rule } from '../verdict';

/** Nobody acts without knowing who may (S13). */
export const waitWhileTheAuthorityIsUnknown: Rule = ({ authority }) =>
  authority ? undefined : wait('the authority cannot be read, or was never initialised: who may act is unknown');
