import type { AccountEntity, MemberEntity, OrganisationEntity } from '../modules/accounts/data/entities.js';
import { AffiliationRepository } from '../modules/affiliations/index.js';
import { Demonstrations } from '../modules/demonstration/index.js';
import { MAKE_SHARE_IMAGE } from '../modules/evenings/index.js';
import { Clock, newId } from '../platform/clock/index.js';
import { type Transaction, TransactionRunner } from '../platform/database/index.js';
import { Texts } from '../platform/texts/index.js';
import { DerivedTokens, FieldCipher } from '../platform/tokens/index.js';
import { DISABILITY, FAMILIES, RECOVERY } from './content/evening-plans.js';
import { LISTED } from './content/listed.js';
import { MEMBERS, ORGANISATION } from './content/names.js';
import { writeEvening } from './evening.js';
import { insertAll } from './rows.js';
import { TIME_ZONE } from './times.js';

/** What hands out the parts of the running application (Nest's container). */
export interface Parts {
  get<Part>(part: abstract new (...parts: never[]) => Part): Part;
}

/** Loads the three evenings in one transaction, unless something is or was here already. */
export async function loadDemonstration(parts: Parts): Promise<void> {
  const demonstrations = parts.get(Demonstrations);
  const now = parts.get(Clock).now();
  await parts.get(TransactionRunner).run(async (db) => {
    if (!(await demonstrations.mayLoad(db))) return;
    const { organisationId, accountIds } = await writeOrganisation(db, now);
    await parts.get(AffiliationRepository).put(db, organisationId, LISTED, now);
    for (const plan of [DISABILITY, RECOVERY, FAMILIES]) {
      const eveningId = await writeEvening(db, plan, {
        organisationId,
        theme: parts.get(Texts).text('fi', `evenings.theme.${plan.themeKey}`),
        now,
        tokens: parts.get(DerivedTokens),
        cipher: parts.get(FieldCipher),
      });
      await db.enqueue(MAKE_SHARE_IMAGE, { eveningId }, { key: `${MAKE_SHARE_IMAGE}:${eveningId}` });
    }
    await demonstrations.record(db, { organisationId, accountIds, loadedAt: now });
  });
}

async function writeOrganisation(db: Transaction, now: Date) {
  const organisationId = newId();
  const accounts = MEMBERS.map(({ name, address }) => ({
    id: newId(),
    email: address,
    name,
    isAdmin: false,
    locale: 'fi',
    createdAt: now,
  }));
  await insertAll<OrganisationEntity>(db, 'organisations', [
    { id: organisationId, ...ORGANISATION, locale: 'fi', timeZone: TIME_ZONE, createdAt: now },
  ]);
  await insertAll<AccountEntity>(db, 'accounts', accounts);
  await insertAll<MemberEntity>(
    db,
    'members',
    accounts.map(({ id }, index) => ({
      id: newId(),
      organisationId,
      accountId: id,
      roles: [...(MEMBERS[index]?.roles ?? [])],
      createdAt: now,
    })),
  );
  return { organisationId, accountIds: accounts.map(({ id }) => id) };
}
