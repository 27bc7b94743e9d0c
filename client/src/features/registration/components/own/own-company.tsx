import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../../lib/http/request.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useText } from '../../../../lib/texts/texts.js';
import { isProblem } from '../../../../lib/http/problem-error.js';
import { Button } from '../../../../ui/actions/button.js';
import { CodeDisplay } from '../../../../ui/data/code-display.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { Stack } from '../../../../ui/layout/card.js';
import { type OwnPage, useShowOwnPage } from '../../api.js';
import type { WrittenCompanion } from '../../form-values.js';
import { CompanyFields } from '../form/company-fields.js';
import styles from './own.module.css';

/** Who comes along; each has a seat and a code of their own. */
export function OwnCompany({ page }: { page: OwnPage }) {
  const text = useText();
  const show = useShowOwnPage();
  const registration = page.registration.id;
  const [added, setAdded] = useState<readonly WrittenCompanion[]>([]);
  const leave = useMutation({
    mutationFn: (companion: string) =>
      request('DELETE /api/me/:registration/companions/:companion', { params: { registration, companion } }),
    onSuccess: show,
  });
  const bring = useMutation({
    mutationFn: async () => {
      for (const companion of added) {
        const body = { ...companion, lastName: '' };
        show(await request('POST /api/me/:registration/companions', { params: { registration }, body }));
        // Who is seated leaves the form, so that a refusal of the next one does not send this one twice.
        setAdded((rest) => rest.filter((each) => each !== companion));
      }
    },
  });
  const error = bring.error ?? leave.error;
  const fault = isProblem(bring.error) ? bring.error.errors['#/firstName'] : undefined;
  return (
    <Stack>
      {page.companions.length === 0 ? (
        <p>{text('personalPage.company.none')}</p>
      ) : (
        <ul className={styles.list}>
          {page.companions.map(({ id, firstName, spokenCode, checkedInAt }) => (
            <li key={id}>
              <CodeDisplay code={spokenCode} label={firstName} />
              {checkedInAt === null ? (
                <Button
                  look="quiet"
                  busy={leave.isPending && leave.variables === id}
                  onClick={() => leave.mutate(id)}
                >
                  {text('personalPage.company.leaves', { name: firstName })}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <FormFailure words={error && fault === undefined ? problemText(text, error) : undefined} />
      <CompanyFields
        companions={added}
        onChange={setAdded}
        errors={fault === undefined ? {} : { 'companion-0': fault }}
      />
      {added.length > 0 ? (
        <div>
          <Button busy={bring.isPending} onClick={() => bring.mutate()}>
            {text('personalPage.company.add')}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}
