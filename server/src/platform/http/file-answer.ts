import type { Readable } from 'node:stream';

/** A file as a route's answer. The name may hold any letter; it is sent by RFC 6266 with an ASCII fallback. */
export class FileAnswer {
  constructor(
    readonly body: Buffer | Readable,
    readonly mediaType: string,
    readonly fileName: string,
    readonly disposition: 'attachment' | 'inline' = 'attachment',
  ) {}

  get contentDisposition(): string {
    const plain = this.fileName
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\w.-]/g, '-');
    const encoded = encodeURIComponent(this.fileName).replace(
      /['()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16)}`,
    );
    return `${this.disposition}; filename="${plain}"; filename*=UTF-8''${encoded}`;
  }
}
