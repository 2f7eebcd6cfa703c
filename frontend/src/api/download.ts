/** Files that only a signed-in person may have: read with the session's token, then handed to the browser. */
import { send } from "./transport";

const LIFETIME_MS = 60_000;

/** The bytes behind an address of the API. A refusal is thrown as a Problem. */
export async function fetchFile(path: string): Promise<Blob> {
  return (await send(new Request(new URL(path, location.origin)))).blob();
}

/** Saves a file under a name. */
export async function download(path: string, name: string): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(path));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), LIFETIME_MS);
}
