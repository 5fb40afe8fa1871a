import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Path } from './path';

/** What `SET` assigns, computed from the item as it was before the update. */
export type UpdateValue =
  | { readonly type: 'path'; readonly path: Path }
  | { readonly type: 'value'; readonly value: AttributeValue }
  | { readonly type: 'if_not_exists'; readonly path: Path; readonly otherwise: UpdateValue }
  | { readonly type: 'list_append' | '+' | '-'; readonly left: UpdateValue; readonly right: UpdateValue };

/** One change of a parsed `UpdateExpression`. */
export type Action =
  | { readonly clause: 'SET'; readonly path: Path; readonly value: UpdateValue }
  | { readonly clause: 'REMOVE'; readonly path: Path }
  | { readonly clause: 'ADD' | 'DELETE'; readonly path: Path; readonly value: AttributeValue };
