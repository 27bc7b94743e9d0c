/** Long enough for a slow phone to have taken it over. */
const KEEP_MS = 60_000;

/** Saves what was fetched, under the name that the server gave it. */
export function saveFile(file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file instanceof File ? file.name : '';
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
