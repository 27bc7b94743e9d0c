import { useState } from 'react';
import { type RequestInput, request } from '../../lib/http/request.js';
import { isProblem } from '../../lib/http/problem-error.js';
import { useForm } from '../../lib/form/use-form.js';
import { type Evening, useShowEvening } from './api.js';

export type PlanChange = RequestInput<'PATCH /api/evenings/:evening'>['body'];

interface PlanFormOptions<Written extends object> {
  readonly evening: Evening;
  /** Names the part, for the draft kept in this tab. */
  readonly part: string;
  readonly saved: Written;
  readonly fields: Readonly<Record<string, string>>;
  readonly body: (written: Written) => PlanChange;
  readonly check?: (written: Written) => Readonly<Record<string, string | undefined>>;
}

/** A form of one part of the plan. When the change has to be mailed, the server asks first: `mustConfirm`. */
export function usePlanForm<Written extends object>({
  evening,
  part,
  body,
  ...rest
}: PlanFormOptions<Written>) {
  const show = useShowEvening();
  const [confirming, setConfirming] = useState(false);
  const params = { evening: evening.id };
  const form = useForm<Written, Evening>({
    ...rest,
    keep: `evening:${evening.id}:${part}`,
    send: (written) => request('PATCH /api/evenings/:evening', { params, body: body(written) }),
    onSaved: show,
  });
  /** Saves after the organiser saw whom it is mailed to. */
  const confirm = async (words: string) => {
    setConfirming(true);
    const tell = { confirmed: true, mailAdditions: true, words };
    await form.submit(undefined, (written) =>
      request('PATCH /api/evenings/:evening', { params, body: { ...body(written), tell } }),
    );
    setConfirming(false);
  };
  return { ...form, mustConfirm: isProblem(form.error, 'change-not-confirmed'), confirm, confirming };
}
