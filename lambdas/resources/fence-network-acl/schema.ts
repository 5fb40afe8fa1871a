import * as z from 'zod';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceNetworkAclAssociation.html */
const aclId = z.string().regex(/^acl-([0-9a-f]{8}|[0-9a-f]{17})$/);

/** Subnets in each workload Region whose traffic a prepared network ACL can cut. */
export const fenceNetworkAcl = z.strictObject({
  kind: z.literal('fence-network-acl').meta({
    description: 'A fence: cuts the traffic of subnets by a network ACL that was prepared and denies all.',
  }),
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ description: 'The name of this fence in evidence and messages.', examples: ['cut-off'] }),
  subnets: z.record(z.string(), z.array(z.string().regex(/^subnet-([0-9a-f]{8}|[0-9a-f]{17})$/)).min(1)).meta({
    description: 'The subnets to cut off, by Region: those of the writers, or of the database.',
    examples: [{ 'us-east-1': ['subnet-0a1b2c3d4e5f60718'] }],
  }),
  open: z.record(z.string(), aclId).meta({
    description: 'The network ACL of these subnets on an ordinary day, by Region; an undo puts it back.',
    examples: [{ 'us-east-1': 'acl-0a1b2c3d4e5f60718' }],
  }),
  denied: z.record(z.string(), aclId).meta({
    description: 'The prepared network ACL without a rule that allows anything, by Region.',
    examples: [{ 'us-east-1': 'acl-0f1e2d3c4b5a69788' }],
  }),
});

export type FenceNetworkAcl = z.output<typeof fenceNetworkAcl>;
