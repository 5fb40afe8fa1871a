/** What people are told: a line for the pager, and sentences for whoever opens it. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  /** What makes two notices the same news, whichever run tells it. */
  readonly about: string;
}
