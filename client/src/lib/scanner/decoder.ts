/** What a QR code in the picture says; undefined while there is none. */
export type Decode = (video: HTMLVideoElement) => Promise<string | undefined>;

interface Detector {
  detect: (image: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats: () => Promise<readonly string[]>;
}

/** Wide enough for a badge at arm's length, small enough for an old phone's processor. */
const PICTURE_WIDTH = 720;

let decoder: Promise<Decode> | undefined;

/** The browser's own detector, else a reader in WebAssembly from our server. Fetched once; a failed fetch is tried again. */
export function loadDecoder(): Promise<Decode> {
  decoder ??= nativeDecoder().then((native) => native ?? wasmDecoder());
  decoder.catch(() => (decoder = undefined));
  return decoder;
}

async function nativeDecoder(): Promise<Decode | undefined> {
  const Native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (!Native) return undefined;
  const formats = await Native.getSupportedFormats().catch((): readonly string[] => []);
  if (!formats.includes('qr_code')) return undefined;
  const detector = new Native({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function wasmDecoder(): Promise<Decode> {
  const [{ prepareZXingModule, readBarcodes }, { default: wasm }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas to read the picture from');
  return async (video) => {
    const scale = Math.min(1, PICTURE_WIDTH / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    const [found] = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
    return found?.text;
  };
}
