import { useText } from '../../lib/texts/texts.js';
import { PatientFallback } from '../../ui/feedback/patient-fallback.js';
import { Spinner } from '../../ui/feedback/spinner.js';

/** While the first page of a shell has not what it shows. */
export function PageWaiting() {
  const text = useText();
  return (
    <PatientFallback>
      <Spinner words={text('app.loading')} />
    </PatientFallback>
  );
}
