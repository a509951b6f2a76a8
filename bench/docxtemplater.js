// A process that renders with docxtemplater and times itself: a line {template, data, rounds} in, milliseconds out.
"use strict";
const fs = require("fs");
const readline = require("readline");
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");

function render(content, data) {
  const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
  document.render(data);
  return document.toBuffer();
}

const cache = new Map();
const load = (path) => {
  if (!cache.has(path)) cache.set(path, fs.readFileSync(path));
  return cache.get(path);
};

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const job = JSON.parse(line);
  const content = load(job.template);
  const key = job.data;
  if (!cache.has("data:" + key)) cache.set("data:" + key, JSON.parse(fs.readFileSync(key)));
  const data = cache.get("data:" + key);
  const begin = process.hrtime.bigint();
  let made;
  for (let round = 0; round < (job.rounds || 1); round++) made = render(content, data);
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9 / (job.rounds || 1);
  if (job.output) fs.writeFileSync(job.output, made);
  // Linux counts in kilobytes.
  process.stdout.write(JSON.stringify({ seconds, bytes: made.length, peak: process.resourceUsage().maxRSS * 1024 }) + "\n");
});
