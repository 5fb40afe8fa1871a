const CREDENTIAL = 'AKIAIOSFODNN7EXAMPLE/20260106';
/** A zip file without files. */
const EMPTY_ZIP = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex').toString('base64');

/** Creates a function named `echo`: where moto runs no containers, a function answers what it is given. */
export const createEcho = async (endpoint: string, region: string): Promise<void> => {
  const role = await createRole(endpoint, region);
  await post(`${endpoint}/2015-03-31/functions`, region, 'lambda', {
    body: JSON.stringify({
      FunctionName: 'echo',
      Runtime: 'nodejs22.x',
      Role: role,
      Handler: 'index.handler',
      Code: { ZipFile: EMPTY_ZIP },
    }),
  });
};

const createRole = async (endpoint: string, region: string): Promise<string> => {
  const body = new URLSearchParams({
    Action: 'CreateRole',
    Version: '2010-05-08',
    RoleName: 'echo',
    AssumeRolePolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    }),
  });
  const answer = await post(`${endpoint}/`, region, 'iam', { body });
  const arn = /<Arn>(.*?)<\/Arn>/.exec(answer)?.[1];
  if (arn === undefined) throw new Error(`CreateRole answers without an ARN: ${answer}`);
  return arn;
};

const post = async (
  url: string,
  region: string,
  service: string,
  { body }: { readonly body: string | URLSearchParams },
): Promise<string> => {
  // moto finds Region and service in the signature, which it does not check.
  const Authorization = `AWS4-HMAC-SHA256 Credential=${CREDENTIAL}/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`;
  const answer = await fetch(url, { method: 'POST', headers: { Authorization }, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${service} answers ${answer.status}: ${text}`);
  return text;
};
