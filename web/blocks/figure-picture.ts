import { drawingSize, svgFile } from "./figure-files.ts";

/** Pixels of a picture for one of the drawing. */
const sharpness = 2;

/** A drawing as a PNG on white, twice as large as on the page; null where this browser cannot make one. */
export async function pngOf(drawing: string): Promise<Blob | null> {
  const { width, height } = drawingSize(drawing);
  const address = URL.createObjectURL(new Blob([svgFile(drawing)], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * sharpness);
    canvas.height = Math.round(height * sharpness);
    const context = canvas.getContext("2d");
    if (!context) return null;
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}
