/**
 * What AWS answers may be so old. Only EC2 says so, and names no bound; none of the other services promises better, so that
 * a quarter of a minute is enough is assumed. What is seen that long after a change is no older than the change.
 * https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
 */
export const STALE_SECONDS = 15;
