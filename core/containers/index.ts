export { writeZip, type ZipPart } from "./zip-writer.ts";
