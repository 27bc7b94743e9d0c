import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';

/** What is kept about people by name of an id, without a foreign key: sessions, streams, operations, mails, read logs. */
@Injectable()
export class TraceRepository {
  /** Mails that were kept instead of sent, to these people and members. Call it while their addresses stand. */
  async removeMails(
    db: Transaction,
    eveningIds: readonly string[],
    accountIds: readonly string[],
  ): Promise<void> {
    await db.execute(
      `DELETE FROM kept_mails WHERE lower(mail->'to'->>'address') IN (
         SELECT email_key FROM registrations WHERE evening_id = ANY($1)
         UNION ALL SELECT email FROM accounts WHERE id = ANY($2))`,
      [eveningIds, accountIds],
    );
  }

  async removeReads(db: Transaction, subjectIds: readonly string[]): Promise<void> {
    await db.execute('DELETE FROM access_needs_reads WHERE registration_id = ANY($1)', [subjectIds]);
  }

  /** Streams of these evenings and people, with their changes. */
  async removeStreams(db: Transaction, ids: readonly string[]): Promise<void> {
    await db.execute(`DELETE FROM stream_changes WHERE split_part(stream, ':', 2) = ANY($1)`, [ids]);
    await db.execute(`DELETE FROM streams WHERE split_part(name, ':', 2) = ANY($1)`, [ids]);
  }

  /** Operations of these actors but the one that is being performed. */
  async removeOperations(db: Transaction, ids: readonly string[], exceptOperationId: string): Promise<void> {
    await db.execute(
      `DELETE FROM operations WHERE split_part(actor, ':', 2) = ANY($1) AND operation_id <> $2`,
      [ids, exceptOperationId],
    );
  }

  /** What sessions may do as these, and the sessions that can do nothing any more. */
  async removeGrants(db: Transaction, ids: readonly string[]): Promise<void> {
    await db.execute(
      `WITH gone AS (DELETE FROM session_grants WHERE subject_id = ANY($1) RETURNING id, session_id)
       DELETE FROM sessions s WHERE s.id IN (SELECT session_id FROM gone)
       AND NOT EXISTS (
         SELECT 1 FROM session_grants g WHERE g.session_id = s.id AND g.id NOT IN (SELECT id FROM gone))`,
      [ids],
    );
  }
}
