import { CONTACT_FIELDS } from '@hillo/domain/registration';
import type { ReactNode } from 'react';
import { personName } from '../../../lib/texts/person-name.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Aside } from '../../../ui/text/text.js';
import type { ContactRow } from '../api.js';
import styles from './sheet.module.css';

interface ContactArticleProps {
  row: ContactRow;
  /** Where the own note is edited; an association edits none. */
  editHref?: string;
  /** Names the writer of the own notes where they are not the reader's. */
  collector?: string;
}

/** Somebody met: how to reach them, what was agreed, how to go on. */
export function ContactArticle({ row, editHref, collector }: ContactArticleProps) {
  const text = useText();
  const dates = useDates();
  const { affiliation, fields, ownNote, otherNote, nextStep } = row;
  const firstName = personName(text, row.firstName);
  const name = fields.lastName === undefined ? firstName : `${firstName} ${fields.lastName}`;
  const shared = CONTACT_FIELDS.filter((field) => field !== 'lastName' && fields[field] !== undefined);
  const owner = nextStep?.owner ? text(`contacts.owner.${nextStep.owner}`, { name: firstName }) : undefined;
  return (
    <article className={styles.contact}>
      <header>
        <h2 className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        {affiliation === null ? null : (
          <p>
            <bdi>{affiliation}</bdi>
          </p>
        )}
        <Aside>{text('contacts.row.met', { when: dates.write(row.metAt, 'dateTime') })}</Aside>
      </header>
      {shared.length === 0 ? (
        <Aside>{text('contacts.row.notShared')}</Aside>
      ) : (
        <dl className={styles.fields}>
          {shared.map((field) => (
            <div key={field}>
              <dt>{text(`contacts.field.${field}`)}</dt>
              <dd>
                <Reach field={field}>{fields[field] ?? ''}</Reach>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles.notes}>
        {ownNote.agreed === '' && otherNote.agreed === '' && collector === undefined ? (
          <Aside>{text('contacts.row.noNote')}</Aside>
        ) : null}
        <Note
          label={
            collector === undefined
              ? text('contacts.row.own')
              : text('contacts.row.theirs', { name: collector })
          }
        >
          {ownNote.agreed}
        </Note>
        <Note label={text('contacts.row.theirs', { name: firstName })}>{otherNote.agreed}</Note>
        {nextStep === null ? null : (
          <div className={styles.step}>
            <h3>{text('contacts.row.nextStep')}</h3>
            {nextStep.text === '' ? null : <p className={styles.text}>{nextStep.text}</p>}
            {nextStep.date === null ? null : (
              <p>
                {text('contacts.row.when')}:{' '}
                <time dateTime={nextStep.date}>{dates.write(`${nextStep.date}T12:00:00Z`, 'date')}</time>
              </p>
            )}
            {owner === undefined ? null : (
              <p>
                {text('contacts.row.owner')}: <bdi>{owner}</bdi>
              </p>
            )}
          </div>
        )}
      </div>
      {editHref === undefined ? null : (
        <div data-print="no">
          <LinkButton
            look="quiet"
            href={editHref}
            aria-label={text('contacts.row.editNamed', { name: firstName })}
          >
            {text('contacts.row.edit')}
          </LinkButton>
        </div>
      )}
    </article>
  );
}

function Note({ label, children }: { label: string; children: string }) {
  if (children === '') return null;
  return (
    <div>
      <h3>{label}</h3>
      <p className={styles.text}>{children}</p>
    </div>
  );
}

/** An address that writes and a number that calls. */
function Reach({ field, children }: { field: string; children: string }): ReactNode {
  if (field === 'email')
    return <a href={`mailto:${encodeURIComponent(children).replace('%40', '@')}`}>{children}</a>;
  if (field === 'phone') return <a href={`tel:${children.replace(/[^+\d]/g, '')}`}>{children}</a>;
  return <span className={styles.text}>{children}</span>;
}
