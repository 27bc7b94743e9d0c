import { Mailer } from '@hillo/server/platform/mail';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApplication, startTestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';

let application: TestApplication;

beforeAll(async () => {
  application = await startTestApplication();
});
afterAll(() => application.close());

function letter(messageId: string, subject = 'Tervetuloa') {
  return {
    to: { name: 'Maija Esimerkki', address: 'maija@example.org' },
    locale: 'fi-selko' as const,
    messageId,
    subject,
    content: {
      preheader: 'Lyhyesti',
      heading: 'Hei <Maija>',
      paragraphs: ['Tässä on linkkisi.'],
      action: { label: 'Avaa', url: 'http://hillo.test/p/ABC' },
      footer: 'Hillo',
    },
    attachments: [{ filename: 'ilta.txt', contentType: 'text/plain', content: Buffer.from('ääkköset') }],
  };
}

describe('mails without an SMTP server', () => {
  it('are kept once each and shown on this machine', async () => {
    const mailer = application.nest.get(Mailer);
    await mailer.send(letter('one'));
    await mailer.send(letter('one', 'Toinen kerta'));
    const browser = new Browser(application);
    const list = await browser.get('/dev/mail');
    expect(String(list.body).match(/Tervetuloa/g)).toHaveLength(1);
    expect(String(list.body)).not.toContain('Toinen kerta');
    const path = /href="(\/dev\/mail\/[^"]+)"/.exec(String(list.body))?.[1] ?? '';
    const mail = String((await browser.get(path)).body);
    expect(mail).toContain('Hei &lt;Maija&gt;');
    expect(mail).toContain('<a href="http://hillo.test/p/ABC">');
    const html = await browser.get(`${path}/html`);
    expect(String(html.body)).toContain('lang="fi-simple"');
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(String((await browser.get(`${path}/files/0`)).body)).toBe('ääkköset');
    expect((await browser.get(`${path}/files/1`)).status).toBe(404);
  });

  it('are not shown to a page that points a name of its own at this machine', async () => {
    const { hostname, port } = new URL(application.url);
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request(
        { hostname, port, path: '/dev/mail', headers: { host: `foreign.example:${port}` } },
        (response) => resolve(response.statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it.each([
    ['behind a proxy', { TRUST_PROXY: '127.0.0.1' }],
    ['with SMTP', { SMTP_URL: 'smtp://127.0.0.1:1' }],
  ])('are not shown %s', async (_, environment) => {
    const other = await startTestApplication(environment);
    try {
      expect((await new Browser(other).get('/dev/mail')).status).toBe(404);
    } finally {
      await other.close();
    }
  });
});
