import { z } from 'zod';
import { resourceType } from '../deploy/resource-type';
import type { World } from '../world/world';
import type { Kms } from './services/security';
import { keyPolicy } from './policies';
import { tags } from './tags';
import { uuid } from './uuid';

/** KMS: keys that other services encrypt with. No function calls it; they need permission to use its keys. */
export const createKms = (world: World, account: string): Kms => {
  const keys = new Set<string>();
  const aliases = new Map<string, string>();
  const arn = (region: string, id: string) => `arn:aws:kms:${region}:${account}:key/${id}`;
  const aliasArn = (region: string, name: string) => `arn:aws:kms:${region}:${account}:${name}`;

  const disabled = new Set<string>();
  const findArn = (region: string, key: string): string | undefined => {
    const candidates = [key, arn(region, key), aliases.get(key), aliases.get(aliasArn(region, key))];
    return candidates.find((candidate) => candidate !== undefined && keys.has(candidate));
  };
  const aliasesOf = (keyArn: string): string[] =>
    [...aliases].filter(([, target]) => target === keyArn).map(([alias]) => alias.split(':').at(-1) ?? '');

  const keyArn = (region: string, key: string): string => {
    const found = findArn(region, key);
    if (found) return found;
    throw new Error(`no key ${key} in ${region}; name the id, ARN or alias of a key in the same template`);
  };

  return {
    keyArn,
    find: (region, key) => {
      const found = findArn(region, key);
      return found === undefined ? undefined : { arn: found, aliases: aliasesOf(found), enabled: !disabled.has(found) };
    },
    disable: (region, key) => void disabled.add(keyArn(region, key)),
    operations: [],
    resourceTypes: [
      resourceType('AWS::KMS::Key', keyProperties, (_properties, { region }) => {
        const id = uuid(world.random('kms.key-id'));
        keys.add(arn(region, id));
        return { ref: id, attributes: { Arn: arn(region, id), KeyId: id } };
      }),
      resourceType('AWS::KMS::Alias', aliasProperties, ({ AliasName, TargetKeyId }, { region }) => {
        const alias = aliasArn(region, AliasName);
        if (aliases.has(alias)) throw new Error(`${alias} exists already; choose another AliasName`);
        aliases.set(alias, keyArn(region, TargetKeyId));
        return { ref: AliasName };
      }),
    ],
  };
};

const keyProperties = z.strictObject({
  KeyPolicy: keyPolicy,
  // A rehearsal is shorter than a rotation, and nobody deletes keys.
  EnableKeyRotation: z.boolean().optional(),
  RotationPeriodInDays: z.number().optional(),
  PendingWindowInDays: z.number().optional(),
  // For people to read.
  Description: z.string().optional(),
  Tags: tags.optional(),
});

const aliasProperties = z.strictObject({
  AliasName: z.string().regex(/^alias\/(?!aws\/)[\w/-]+$/, 'must begin with alias/, and not with alias/aws/'),
  TargetKeyId: z.string(),
});
