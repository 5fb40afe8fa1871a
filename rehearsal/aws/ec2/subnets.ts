import { EC2ServiceException } from '@aws-sdk/client-ec2';

/** A subnet and the network ACL that its association names. */
export interface Subnet {
  readonly region: string;
  readonly id: string;
  acl: string;
  /** Changes with every new association. */
  associationId: string;
}

/** Subnets and network ACLs of every Region. */
export interface Subnets {
  addAcl(region: string, acl: string): void;
  add(region: string, id: string, acl: string): void;
  inRegion(region: string): readonly Subnet[];
  /** Throws EC2's `InvalidAssociationID.NotFound` or `InvalidNetworkAclID.NotFound`; answers the new association's id. */
  replace(region: string, associationId: string, acl: string): Subnet;
}

/** No subnet yet. */
export const createSubnets = (): Subnets => {
  const all: Subnet[] = [];
  const acls = new Set<string>();
  let associations = 0;
  const nextAssociation = () => `aclassoc-${(++associations).toString(16).padStart(17, '0')}`;
  return {
    addAcl: (region, acl) => void acls.add(`${region} ${acl}`),
    add: (region, id, acl) => void all.push({ region, id, acl, associationId: nextAssociation() }),
    inRegion: (region) => all.filter((subnet) => subnet.region === region),
    replace: (region, associationId, acl) => {
      const subnet = all.find((one) => one.region === region && one.associationId === associationId);
      if (!subnet)
        throw refused('InvalidAssociationID.NotFound', `The association ID '${associationId}' does not exist`);
      if (!acls.has(`${region} ${acl}`))
        throw refused('InvalidNetworkAclID.NotFound', `The networkAcl ID '${acl}' does not exist`);
      return Object.assign(subnet, { acl, associationId: nextAssociation() });
    },
  };
};

/** EC2's client has no classes for its errors, only codes: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export const refused = (name: string, message: string): EC2ServiceException =>
  new EC2ServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode: 400 } });
