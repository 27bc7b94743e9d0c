import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What registrations are found and compared by: folded names, address, phone, place in the queue. */
export class FindRegistrations1795305620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE registrations
        ADD COLUMN shown_sector text,
        ADD COLUMN search_key text NOT NULL DEFAULT '',
        ADD COLUMN person_key text NOT NULL DEFAULT '',
        ADD COLUMN email_key text`);
    for (const column of ['queue_number', 'email_key', 'person_key', 'phone'])
      await runner.query(
        `CREATE INDEX ix_registrations_evening_id_${column} ON registrations (evening_id, ${column})`,
      );
    await runner.query(
      `CREATE INDEX ix_registrations_search ON registrations USING gin (to_tsvector('simple', search_key))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['search', 'evening_id_phone', 'evening_id_person_key', 'evening_id_email_key'])
      await runner.query(`DROP INDEX ix_registrations_${name}`);
    await runner.query('DROP INDEX ix_registrations_evening_id_queue_number');
    await runner.query(`
      ALTER TABLE registrations
        DROP COLUMN shown_sector, DROP COLUMN search_key, DROP COLUMN person_key, DROP COLUMN email_key`);
  }
}
