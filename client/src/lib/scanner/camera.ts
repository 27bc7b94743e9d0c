/** Why there is no picture: the page is plain http, the person said no, no camera, or another program holds it. */
export const CAMERA_PROBLEMS = ['insecure', 'refused', 'missing', 'busy'] as const;
export type CameraProblem = (typeof CAMERA_PROBLEMS)[number];

const BY_NAME: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
};

/** The camera at the phone's back, or any. Browsers give it to secure pages only. */
export async function openCamera(): Promise<MediaStream | CameraProblem> {
  // Missing on plain http, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return 'insecure';
  try {
    return await devices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    return (error instanceof DOMException && BY_NAME[error.name]) || 'busy';
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
