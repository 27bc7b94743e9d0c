import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.js';

describe('readAnswer', () => {
  it('reads an accepted request without a body as nothing', async () => {
    const accepted = new Response(null, { status: 202, headers: { 'content-length': '0' } });
    expect(await readAnswer(accepted)).toBeUndefined();
    expect(await readAnswer(new Response(null, { status: 204 }))).toBeUndefined();
  });

  it('refuses a page that is no answer of ours', async () => {
    const page = new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } });
    await expect(readAnswer(page)).rejects.toMatchObject({ code: 'unreadable-answer' });
  });
});
