import { useLayoutEffect, useMemo, useRef } from "react";
import { type AxisView, type Density, type DensityRequest, viewPlace } from "vesica/kernel";
import { pixelsOf } from "./colours.ts";
import type { Views } from "./shapes.ts";

interface CloudCanvasProps {
  readonly density: Density;
  /** What the density was asked for. */
  readonly request: DensityRequest;
  /** What is looked at now: until its density is there, the one before is moved and stretched. */
  readonly views: Views;
  readonly size: number;
  readonly label: string;
}

const sharesScale = (a: AxisView, b: AxisView) => a.axis === b.axis && a.cofactor === b.cofactor;

/** The density of points as a picture. */
export function CloudCanvas({ density, request, views, size, label }: CloudCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { counts } = density;
  const { bins, x, y } = request;
  const picture = useMemo(() => {
    const own = document.createElement("canvas");
    own.width = bins;
    own.height = bins;
    own.getContext("2d")?.putImageData(new ImageData(pixelsOf(counts, bins), bins, bins), 0, 0);
    return own;
  }, [counts, bins]);
  const pixels = Math.round(size * Math.min(2, devicePixelRatio || 1));
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, pixels, pixels);
    if (!sharesScale(x, views.x) || !sharesScale(y, views.y)) return;
    const [left, right] = [viewPlace(views.x, x.from), viewPlace(views.x, x.to)];
    const [bottom, top] = [viewPlace(views.y, y.from), viewPlace(views.y, y.to)];
    context.imageSmoothingEnabled = false;
    context.drawImage(
      picture,
      left * pixels,
      (1 - top) * pixels,
      (right - left) * pixels,
      (top - bottom) * pixels,
    );
  }, [picture, pixels, x, y, views]);
  return (
    <canvas
      ref={canvas}
      width={pixels}
      height={pixels}
      style={{ width: size, height: size }}
      role="img"
      aria-label={label}
    />
  );
}
