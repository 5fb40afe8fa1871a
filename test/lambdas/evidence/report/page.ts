/** The evidence that a page carries. */
export const evidenceIn = (page: string): unknown =>
  JSON.parse(/<script type="application\/json" id="evidence">(.*?)<\/script>/s.exec(page)![1]!);

/** Every figure that a page takes from its evidence: the path there, the number, and what people read. */
export const figuresIn = (page: string) =>
  [...page.matchAll(/<data value="([^"]*)" data-of="([^"]*)">([^<]*)<\/data>/g)].map(([, value, of, text]) => ({
    of: of!,
    value: Number(value),
    text: text!,
  }));

/** Every moment that a page names. */
export const momentsIn = (page: string): string[] =>
  [...page.matchAll(/<time datetime="([^"]*)">/g)].map(([, iso]) => iso!);

/** What people read, without the style and the data. */
export const textOf = (page: string): string =>
  page
    .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');

/** The value at a path such as `measured.rtoSeconds`. */
export const valueAt = (object: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], object);
