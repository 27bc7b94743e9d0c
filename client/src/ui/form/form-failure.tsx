import { Notice } from '../feedback/notice.js';

/** A form that could not be sent, for a reason that no single field tells. */
export function FormFailure({ words }: { words: { title: string; detail: string } | undefined }) {
  if (!words) return null;
  return (
    <Notice kind="error" announce title={words.title}>
      {words.detail}
    </Notice>
  );
}
