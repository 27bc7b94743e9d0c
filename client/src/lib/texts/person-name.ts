import type { Text } from '@hillo/i18n';

/** What somebody is called: who had the own data erased is "a participant". */
export function personName(text: Text, firstName: string): string {
  return firstName === '' ? text('app.participant') : firstName;
}
