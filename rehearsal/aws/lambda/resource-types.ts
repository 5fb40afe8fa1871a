import { assetDirectory } from '../../deploy/assets';
import { physicalName } from '../../deploy/physical-name';
import { resourceType, type Placement, type ResourceType } from '../../deploy/resource-type';
import type { Iam } from '../services/security';
import { parseFunctionArn } from './function-arn';
import { functionProperties, layerVersionProperties, permissionProperties, versionProperties } from './properties';
import type { FunctionSettings, LambdaStore } from './store';

/** What templates can create in Lambda. */
export const lambdaResourceTypes = (store: LambdaStore, iam: Iam): readonly ResourceType[] => [
  functionType(store, iam),
  versionType(store),
  layerVersionType(store),
  permissionType(store),
];

const functionType = (store: LambdaStore, iam: Iam) =>
  resourceType('AWS::Lambda::Function', functionProperties, (properties, placement) => {
    const name = properties.FunctionName ?? physicalName(placement);
    const arn = functionArn(placement, name);
    if (store.functions.has(arn)) throw new Error(`function ${name} exists already in ${placement.region}`);
    iam.assume(properties.Role, 'lambda.amazonaws.com', { 'aws:SourceAccount': store.account, 'aws:SourceArn': arn });
    store.functions.set(arn, {
      arn,
      name,
      region: placement.region,
      handler: properties.Handler,
      codeDir: assetDirectory(placement, properties.Code.S3Key),
      roleArn: properties.Role,
      variables: properties.Environment.Variables,
      timeoutMs: properties.Timeout * 1_000,
      layerDirs: properties.Layers.map((layer) => known(store.layers.get(layer), `layer ${layer}`)),
      concurrencyMax: properties.ReservedConcurrentExecutions ?? Infinity,
      versions: [],
    });
    return { ref: name, attributes: { Arn: arn } };
  });

const versionType = (store: LambdaStore) =>
  resourceType('AWS::Lambda::Version', versionProperties, ({ FunctionName }, placement) => {
    const { arn, versions } = find(store, placement, FunctionName);
    const version = String(versions.length + 1);
    versions.push(version);
    return { ref: `${arn}:${version}`, attributes: { Version: version, FunctionArn: `${arn}:${version}` } };
  });

const layerVersionType = (store: LambdaStore) =>
  resourceType('AWS::Lambda::LayerVersion', layerVersionProperties, ({ LayerName, Content }, placement) => {
    const name = LayerName ?? physicalName(placement);
    const arn = `arn:aws:lambda:${placement.region}:${store.account}:layer:${name}:1`;
    store.layers.set(arn, assetDirectory(placement, Content.S3Key));
    return { ref: arn, attributes: { LayerVersionArn: arn } };
  });

const permissionType = (store: LambdaStore) =>
  resourceType('AWS::Lambda::Permission', permissionProperties, (properties, placement) => {
    const { FunctionName, Principal, SourceArn, SourceAccount } = properties;
    const { arn } = find(store, placement, FunctionName);
    const qualifier = parseFunctionArn(FunctionName)?.qualifier;
    store.permissions.push({
      functionArn: qualifier ? `${arn}:${qualifier}` : arn,
      service: Principal,
      sourceArn: SourceArn,
      sourceAccount: SourceAccount,
    });
    return { ref: physicalName(placement) };
  });

/** Templates name a function by its name or its ARN. */
const find = (store: LambdaStore, placement: Placement, nameOrArn: string): FunctionSettings => {
  const name = parseFunctionArn(nameOrArn)?.name ?? nameOrArn;
  return known(store.functions.get(functionArn(placement, name)), `function ${nameOrArn} in ${placement.region}`);
};

const functionArn = ({ region, account }: Placement, name: string) =>
  `arn:aws:lambda:${region}:${account}:function:${name}`;

const known = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`${what} does not exist`);
  return found;
};
