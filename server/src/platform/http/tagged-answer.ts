/** An answer that grows old by its tag: who has it already gets 304. The browser keeps it, and asks each time. */
export class TaggedAnswer {
  /** @param tag changes whenever the value may have; letters, digits and `-` only */
  constructor(
    readonly value: unknown,
    private readonly tag: string,
  ) {}

  get headers(): Readonly<Record<string, string>> {
    return { etag: `W/"${this.tag}"`, 'cache-control': 'private, no-cache' };
  }

  /** @param ifNoneMatch the header of the request; any of its tags */
  isKnown(ifNoneMatch: string | undefined): boolean {
    const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
    return tags.includes(`"${this.tag}"`);
  }
}
