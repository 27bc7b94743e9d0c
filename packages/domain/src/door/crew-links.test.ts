import { describe, expect, it } from 'vitest';
import {
  claimCrewLink,
  type CrewLink,
  crewExpiresAt,
  crewMayAct,
  renewCrewLink,
  revokeCrewLink,
} from './crew-links.js';

const shownAt = new Date('2026-11-24T14:00:00Z');
const endsAt = new Date('2026-11-24T18:00:00Z');
const after = (minutes: number) => new Date(shownAt.getTime() + minutes * 60_000);
const link: CrewLink = { id: 'l', role: 'door', version: 1, shownAt, claim: null, revokedAt: null };
const presented = { version: 1, deviceName: ' Eeva\u2019s phone ' };

function claimed(): CrewLink {
  const outcome = claimCrewLink(link, presented, endsAt, after(1));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

describe('crew links', () => {
  it('are claimed once, by a named device', () => {
    expect(claimed().claim).toEqual({ at: after(1), deviceName: 'Eeva\u2019s phone' });
    expect(claimCrewLink(claimed(), presented, endsAt, after(2))).toEqual({
      ok: false,
      code: 'crew-link-claimed',
    });
    expect(claimCrewLink(link, { version: 1, deviceName: ' ' }, endsAt, after(1))).toMatchObject({
      code: 'device-name-invalid',
    });
  });

  it('are claimed within 15 minutes', () => {
    expect(claimCrewLink(link, presented, endsAt, new Date(after(15).getTime() - 1)).ok).toBe(true);
    expect(claimCrewLink(link, presented, endsAt, after(15))).toMatchObject({ code: 'crew-link-expired' });
    const afterTheEvening = { ...link, shownAt: crewExpiresAt(endsAt) };
    expect(claimCrewLink(afterTheEvening, presented, endsAt, crewExpiresAt(endsAt))).toMatchObject({
      code: 'crew-link-expired',
    });
  });

  it('are shown anew with another version, which voids the old QR', () => {
    const renewed = renewCrewLink(link, after(20));
    if (!renewed.ok) throw new Error(renewed.code);
    expect(claimCrewLink(renewed.value, presented, endsAt, after(21))).toMatchObject({
      code: 'crew-link-expired',
    });
    expect(claimCrewLink(renewed.value, { ...presented, version: 2 }, endsAt, after(21)).ok).toBe(true);
    expect(renewCrewLink(claimed(), after(20))).toMatchObject({ code: 'crew-link-claimed' });
  });

  it('are revoked by raising the version, once', () => {
    const revoked = revokeCrewLink(claimed(), after(30));
    expect(revoked).toMatchObject({ version: 2, revokedAt: after(30) });
    expect(revokeCrewLink(revoked, after(40))).toBe(revoked);
    expect([1, 2].map((version) => crewMayAct(revoked, version, endsAt, after(31)))).toEqual([false, false]);
    expect(claimCrewLink(revokeCrewLink(link, after(1)), presented, endsAt, after(2))).toMatchObject({
      code: 'crew-link-revoked',
    });
    expect(renewCrewLink(revoked, after(41))).toMatchObject({ code: 'crew-link-revoked' });
  });

  it('work until the margin after the evening ends', () => {
    const edge = crewExpiresAt(endsAt);
    expect(edge).toEqual(new Date('2026-11-25T06:00:00Z'));
    expect(crewMayAct(claimed(), 1, endsAt, new Date(edge.getTime() - 1))).toBe(true);
    expect(crewMayAct(claimed(), 1, endsAt, edge)).toBe(false);
    expect(crewMayAct(link, 1, endsAt, after(1))).toBe(false);
  });
});
