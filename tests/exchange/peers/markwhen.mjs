// Prints what markwhen's own parser reads from a file: its messages, header and events.
// node markwhen.mjs FILE NOW
import { readFileSync } from "node:fs";
import { isEvent, iter, parse } from "@markwhen/parser";

const [file, now] = process.argv.slice(2);
const parsed = parse(readFileSync(file, "utf8"), undefined, now);
const events = [...iter(parsed.events)]
  .map(({ eventy }) => eventy)
  .filter(isEvent)
  .map((event) => ({
    head: event.firstLine.datePart,
    title: event.firstLine.restTrimmed,
    from: event.dateRangeIso.fromDateTimeIso,
    to: event.dateRangeIso.toDateTimeIso,
    id: event.id,
    tags: event.tags,
    properties: event.properties,
    text: event.supplemental.map((block) => block.raw ?? "").join(" ").trim(),
  }));
const sections = [...iter(parsed.events)]
  .map(({ eventy }) => eventy)
  .filter((eventy) => !isEvent(eventy) && eventy.title)
  .map((section) => section.title);
console.log(JSON.stringify({ messages: parsed.parseMessages, header: parsed.header, sections, events }));
