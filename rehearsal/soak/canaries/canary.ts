/** A bug that is planted on purpose: a soak that does not find it is not to be believed. */
export interface Canary {
  readonly name: string;
  /** Each text stands once in its file, and is replaced. */
  readonly plants: readonly { readonly file: string; readonly find: string; readonly replace: string }[];
  /** Where it can show, if not everywhere: the soak spends its time there. */
  readonly scenarios?: readonly string[];
  /** With which plans, if not with every one: each must be synthesized before its first run. */
  readonly plans?: readonly string[];
}
