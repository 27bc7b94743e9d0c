import { SECTORS, SIDES, type Sector, type Side, sideOf } from '@hillo/domain/registration';
import { isLocale, LOCALES } from '@hillo/domain/shared';
import type { ReactNode } from 'react';
import { useForm } from '../../../../lib/form/use-form.js';
import { request, type RequestInput } from '../../../../lib/http/request.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../../ui/form/error-summary.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { Select } from '../../../../ui/form/select.js';
import { type OwnPage, suggestForSlug, useShowOwnPage } from '../../api.js';
import { FIELD_IDS, personBody, type WrittenPerson, writtenOf } from '../../form-values.js';
import {
  AffiliationField,
  type FieldsProps,
  NameFields,
  PhoneField,
  WishFields,
} from '../form/person-fields.js';
import { SectorFields } from '../form/sector-fields.js';
import { SharingFields, ToldBox } from '../form/sharing-fields.js';
import styles from '../form/form.module.css';

type Changes = RequestInput<'PATCH /api/me/:registration'>['body'];

interface OwnFormProps {
  page: OwnPage;
  /** The part of what is written that this form sends. */
  part: (body: ReturnType<typeof personBody>) => Changes;
  children: (fields: FieldsProps<WrittenPerson>) => ReactNode;
}

/** One form of the own page; it sends its own part only. */
function OwnForm({ page, part, children }: OwnFormProps) {
  const text = useText();
  const show = useShowOwnPage();
  const state = useForm<WrittenPerson, OwnPage>({
    saved: writtenOf(page),
    fields: FIELD_IDS,
    send: (written) =>
      request('PATCH /api/me/:registration', {
        params: { registration: page.registration.id },
        body: part(personBody(written)),
      }),
    onSaved: show,
  });
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void state.submit(event)}>
      <ErrorSummary faults={state.faults} attempt={state.attempt} />
      <FormFailure words={state.failure === undefined ? undefined : problemText(text, state.failure)} />
      {children({ written: state.written, write: state.write, errors: state.errors })}
      {state.state === 'saved' ? (
        <Notice kind="success" announce>
          {text('personalPage.edit.saved')}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" busy={state.state === 'sending'}>
          {text('personalPage.edit.save')}
        </Button>
      </div>
    </form>
  );
}

/** Every sector by side; those of the own side as this evening places them. */
function sidesOf(own: Side, sectorsToShow: readonly Sector[]) {
  return SIDES.map((side) => ({
    side,
    sectors: SECTORS.filter((sector) =>
      sectorsToShow.includes(sector) ? side === own : side !== own && sideOf(sector) === side,
    ),
  }));
}

/** Names, phone, where from, wishes, language; the address has a form of its own. */
export function OwnDetails({ page }: { page: OwnPage }) {
  const text = useText();
  const { registration, sectorsToShow } = page;
  const sides = sidesOf(registration.side, sectorsToShow);
  return (
    <OwnForm page={page} part={detailsOf}>
      {(fields) => (
        <>
          <NameFields {...fields} />
          <PhoneField {...fields} />
          <AffiliationField {...fields} suggest={suggestForSlug(page.evening.slug)} />
          {registration.checkedInAt === null ? <SectorFields {...fields} sides={sides} /> : null}
          <WishFields {...fields} />
          <ToldBox {...fields} />
          <Select
            label={text('registration.form.locale')}
            empty={false}
            marked={false}
            value={fields.written.locale}
            options={LOCALES.map((value) => ({ value, label: text(`app.languageNames.${value}`) }))}
            onChange={({ target }) => isLocale(target.value) && fields.write({ locale: target.value })}
          />
        </>
      )}
    </OwnForm>
  );
}

/** All that the form of the details holds. */
function detailsOf(body: ReturnType<typeof personBody>): Changes {
  const { firstName, lastName, phone, sector, shownSector, showsExactSector, affiliation, locale } = body;
  const { offers, needs, offerTags, needTags, offersMayBeTold } = body;
  return {
    firstName,
    lastName,
    phone,
    sector,
    shownSector,
    showsExactSector,
    affiliation,
    locale,
    offers,
    needs,
    offerTags,
    needTags,
    offersMayBeTold,
  };
}

/** What is shared, and the draw. */
export function OwnSharing({ page }: { page: OwnPage }) {
  return (
    <OwnForm
      page={page}
      part={({
        shareFields,
        sharesWithEveryone,
        associationMaySee,
        drawOptIn,
        announcesOnStage,
        showsLastName,
      }) => ({
        shareFields,
        sharesWithEveryone,
        associationMaySee,
        drawOptIn,
        announcesOnStage,
        showsLastName,
      })}
    >
      {(fields) => <SharingFields {...fields} />}
    </OwnForm>
  );
}
