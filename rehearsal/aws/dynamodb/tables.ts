import { unmarshall } from '@aws-sdk/util-dynamodb';
import { rememberedOf } from '../../remembered';
import type { Call } from '../operation';
import { tableNotFound, validation } from './errors';
import type { Item } from './item';
import type { ReplicatedTable, Written } from './replicated-table';

/** Called after each committed write with the unmarshalled item before and after, and the trace id of the write. */
export type WriteListener = (table: string, before: unknown, after: unknown, id: string) => void;

/** The tables of the account, and who wants to know what is written to them. */
export interface Tables {
  add(table: ReplicatedTable): void;
  /** The table by name in any Region; undefined where there is none. */
  named(name: string): ReplicatedTable | undefined;
  /** The table with a replica where the call arrives; `ResourceNotFoundException` where there is none. */
  find(name: string | undefined, call: Call): ReplicatedTable;
  /** Commits a write on behalf of a call and tells the listeners. */
  write(table: ReplicatedTable, call: Call, key: string, change: (before: Item | undefined) => Item): Written;
  onWrite(listener: WriteListener): void;
}

export const createTables = (): Tables => {
  const tables = new Map<string, ReplicatedTable>();
  const listeners: WriteListener[] = [];
  return {
    add: (table) => {
      if (tables.has(table.name)) throw new Error(`a table named ${table.name} exists already; choose another name`);
      tables.set(table.name, table);
    },
    named: (name) => tables.get(name),
    find: (name, call) => {
      const table = tables.get(required(name));
      if (!table?.regions.includes(call.region)) throw tableNotFound(required(name));
      return table;
    },
    write: (table, call, key, change) => {
      const written = table.write(call.region, key, change);
      const before = written.before && plainOf(written.before);
      const after = plainOf(written.after);
      for (const listener of listeners) listener(table.name, before, after, call.id);
      return written;
    },
    onWrite: (listener) => void listeners.push(listener),
  };
};

/** What was written is what stands before the next write; stored items are never changed. */
const plainOf = rememberedOf((item: Item): unknown => unmarshall(item));

/** The ARN against which permissions to use a table are checked. */
export const tableArn = (name: string | undefined, { region, account }: Call): string =>
  `arn:aws:dynamodb:${region}:${account}:table/${required(name)}`;

const required = (name: string | undefined): string => {
  if (name) return name;
  throw validation(
    "1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null",
  );
};
