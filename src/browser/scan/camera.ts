export interface Camera {
  /** Resolves when there is something new to look at. */
  nextPicture(): Promise<void>;
  stop(): void;
}

/** Several looks a second are enough, and leave the phone cool. */
const PAUSE_MS = 120;

/** Asks for the camera on the phone's back and shows it; asked for by a tap only. */
export async function openCamera(video: HTMLVideoElement): Promise<Camera | 'denied' | 'no-camera'> {
  // Absent where the page is not reached by https.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return 'no-camera';
  try {
    const stream = await devices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false });
    video.srcObject = stream;
    await video.play();
    return {
      nextPicture: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
      stop() {
        for (const track of stream.getTracks()) track.stop();
        video.srcObject = null;
      },
    };
  } catch (error) {
    return error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError') ? 'denied' : 'no-camera';
  }
}
