import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMAIL_CHANGE, mayMailNewAddress } from './email-change.js';

const HOUR = 3_600_000;

it('lets three links an hour through, however impatient the person is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: HOUR }), { maxLength: 60 }), (pauses) => {
      const sent: Date[] = [];
      let now = 0;
      for (const pause of pauses) {
        now += pause;
        if (mayMailNewAddress(sent, new Date(now)).ok) sent.push(new Date(now));
      }
      for (const end of sent) {
        const within = sent.filter((date) => date <= end && end.getTime() - date.getTime() < HOUR);
        expect(within.length).toBeLessThanOrEqual(EMAIL_CHANGE.linksAnHour);
      }
    }),
  );
});

it('says when the next one may be, and then lets it through', () => {
  const sent = [0, 60_000, 120_000].map((time) => new Date(time));
  const refused = mayMailNewAddress(sent, new Date(180_000));
  expect(refused).toEqual({ ok: false, code: 'too-many-requests', data: { seconds: 3420 } });
  expect(mayMailNewAddress(sent, new Date(180_000 + 3_420_000)).ok).toBe(true);
});
