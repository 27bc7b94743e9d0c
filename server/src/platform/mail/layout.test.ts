import { describe, expect, it } from 'vitest';

import { layOutMail, type MailContent } from './layout.js';

const CONTENT: MailContent = {
  lang: 'fi',
  preheader: 'Paikkasi on varattu.',
  heading: 'Tervetuloa!',
  paragraphs: ['Ensimmäinen.\nToinen rivi.', 'Kolmas.'],
  details: [
    ['Aika', 'to 10.12.'],
    ['Paikka', 'Kirjasto'],
  ],
  action: { label: 'Avaa sivusi', url: 'https://hillo.example/me?a=1&b=2' },
  footer: 'Järjestäjä: Verkosto',
};

describe('layOutMail', () => {
  it('tells the same in plain text', () => {
    expect(layOutMail(CONTENT).text).toBe(
      [
        'Tervetuloa!',
        'Ensimmäinen.\nToinen rivi.',
        'Kolmas.',
        'Aika: to 10.12.\nPaikka: Kirjasto',
        'Avaa sivusi:\nhttps://hillo.example/me?a=1&b=2',
        '-- \nJärjestäjä: Verkosto\n',
      ].join('\n\n'),
    );
  });

  it('has a language, one heading, one link twice and no table, script or picture', () => {
    const { html } = layOutMail(CONTENT);
    expect(html).toMatch(/^<!doctype html><html lang="fi">/);
    expect(html.match(/<h1 /g)).toHaveLength(1);
    expect(html.match(/href="[^"]*"/g)).toEqual(Array(2).fill('href="https://hillo.example/me?a=1&amp;b=2"'));
    expect(html).toContain('Ensimmäinen.<br>Toinen rivi.');
    expect(html).not.toMatch(/<table|<script|<img|url\(/);
  });

  it('leaves out what is not given', () => {
    const { html, text } = layOutMail({ ...CONTENT, details: undefined, action: undefined });
    expect(html).not.toMatch(/<a |<strong>/);
    expect(text).not.toContain('Aika');
  });

  it.each(['javascript:alert(1)', 'https://x/" onclick="y', '/me', 'https://x y'])(
    'does not link to %j',
    (url) => {
      expect(() => layOutMail({ ...CONTENT, action: { label: 'x', url } })).toThrow('web address');
    },
  );
});
