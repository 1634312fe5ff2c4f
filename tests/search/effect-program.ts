import { measureEffect } from "../../src/search/measure-effect.js";

/** Measures as the compiled bot does: `effect-program.js <folder> <file> <text of the file>`. */
const [, , folder = "", file = "", text = ""] = process.argv;
const effect = await measureEffect(folder, new Map([[file, text]]));
console.log(JSON.stringify(effect));
