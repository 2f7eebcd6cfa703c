/** Keyboard sequences such as "g o": two keys within a second, never while someone is typing. */
import { useEffect } from "react";

const PAUSE_MS = 1000;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) || target.closest('[role="dialog"]') !== null);

/** Matches keys to sequences. Pure but for the time it is told. */
export class Sequences {
  private pressed = "";
  private at = 0;

  constructor(private readonly known: readonly string[]) {}

  /** The sequence that this key completed, if any. */
  press(key: string, now: number): string | undefined {
    const tried = now - this.at <= PAUSE_MS && this.pressed !== "" ? `${this.pressed} ${key}` : key;
    this.at = now;
    if (this.known.includes(tried)) {
      this.pressed = "";
      return tried;
    }
    this.pressed = this.known.some((each) => each.startsWith(`${key} `)) ? key : "";
    return undefined;
  }
}

/** Runs what belongs to a sequence. Keep the record outside of rendering, or memoise it. */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const sequences = new Sequences(Object.keys(shortcuts));
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      const done = sequences.press(event.key, event.timeStamp);
      if (done === undefined) return;
      event.preventDefault();
      shortcuts[done]?.();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [shortcuts]);
}
