/** What is to be done at a time. */
export interface Appointment {
  readonly atMs: number;
  readonly what: () => void;
}

/** What is still to be done, by its time; at the same time, what was added first comes first. */
export interface Agenda {
  /** The result takes it off again. */
  add(atMs: number, what: () => void): () => void;
  /** Takes off what comes next; undefined where there is nothing. */
  next(): Appointment | undefined;
}

interface Entry extends Appointment {
  readonly number: number;
  isOff: boolean;
}

/** A binary heap (https://en.wikipedia.org/wiki/Binary_heap); what was taken off is left out when its turn comes. */
export const createAgenda = (): Agenda => {
  const heap: Entry[] = [];
  let added = 0;

  const rise = (entry: Entry): void => {
    let at = heap.length;
    for (; at > 0; at = parentOf(at)) {
      const parent = heap[parentOf(at)]!;
      if (!isBefore(entry, parent)) break;
      heap[at] = parent;
    }
    heap[at] = entry;
  };
  const sink = (entry: Entry): void => {
    let at = 0;
    for (let child = sooner(heap, 1); child < heap.length; child = sooner(heap, 2 * at + 1)) {
      if (!isBefore(heap[child]!, entry)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = entry;
  };
  const takeFirst = (): Entry | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (last && heap.length > 0) sink(last);
    return first;
  };
  return {
    add: (atMs, what) => {
      const entry: Entry = { atMs, what, number: added++, isOff: false };
      rise(entry);
      return () => {
        entry.isOff = true;
      };
    },
    next: () => {
      let first = takeFirst();
      while (first?.isOff) first = takeFirst();
      return first;
    },
  };
};

const parentOf = (child: number): number => (child - 1) >> 1;

const isBefore = (one: Entry, other: Entry): boolean =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.number < other.number);

/** The sooner of two neighbours, of which the second may not be there. */
const sooner = (heap: readonly Entry[], left: number): number => {
  const right = left + 1;
  return right < heap.length && isBefore(heap[right]!, heap[left]!) ? right : left;
};
