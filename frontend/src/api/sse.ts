/** The text of a server-sent event stream, cut into events. Pure: it holds only the unfinished rest. */

export interface ServerEvent {
  event: string;
  data: string;
  id: string | undefined;
}

export class EventParser {
  private rest = "";

  /** Takes the next piece of the stream and gives the events that it completed. */
  push(chunk: string): ServerEvent[] {
    this.rest += chunk.replace(/\r\n?/g, "\n");
    const blocks = this.rest.split("\n\n");
    this.rest = blocks.pop() ?? "";
    return blocks.map(read).filter((event) => event !== undefined);
  }
}

function read(block: string): ServerEvent | undefined {
  let event = "message";
  let id: string | undefined;
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    if (colon === 0 || line === "") continue;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "event") event = value;
    else if (name === "id") id = value;
    else if (name === "data") data.push(value);
  }
  return data.length === 0 ? undefined : { event, data: data.join("\n"), id };
}
