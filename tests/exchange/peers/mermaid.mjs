// Prints what Mermaid's own parser reads from a timeline diagram.
// node mermaid.mjs FILE
import { readFileSync } from "node:fs";
import DOMPurify from "dompurify";

// Outside a browser there is nothing to purify for: only the parser is asked.
DOMPurify.addHook = () => {};
DOMPurify.sanitize = (text) => text;
const { default: mermaid } = await import("mermaid");

const text = readFileSync(process.argv[2], "utf8");
const { diagramType } = await mermaid.parse(text);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
console.log(
  JSON.stringify({
    type: diagramType,
    title: db.getCommonDb().getDiagramTitle(),
    sections: db.getSections(),
    periods: db.getTasks().map(({ section, task, events }) => ({ section, task, events })),
  }),
);
