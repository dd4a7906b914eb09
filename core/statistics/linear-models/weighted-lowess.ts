/** From this many points on only about so many are fitted, the others interpolated. */
const seedsWanted = 200;

/**
 * Local lines through `y` on ascending `x` by tricube weights times `weights`, each over its nearest points that hold
 * the share `span` of all weight; points nearer than a gap that leaves about 200 fits are interpolated. Cleveland 1979
 * (10.1080/01621459.1979.10481038) with prior weights, as limma's `weightedLowess` without robust rounds.
 */
export function weightedLowess(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array,
  span: number,
): Float64Array {
  const n = x.length;
  const fitted = new Float64Array(n);
  const target = span * weights.reduce((sum, weight) => sum + weight, 0);
  const room = new Float64Array(n);
  const gap = seedGap(x);
  let last = 0;
  fitted[0] = localLine(x, y, weights, 0, target, room);
  for (let i = 1; i < n; i++) {
    if (i < n - 1 && !(x[i]! - x[last]! > gap)) continue;
    fitted[i] = localLine(x, y, weights, i, target, room);
    const width = x[i]! - x[last]!;
    for (let j = last + 1; j < i; j++) {
      const share = width > 0 ? (x[j]! - x[last]!) / width : 0;
      fitted[j] = fitted[last]! + share * (fitted[i]! - fitted[last]!);
    }
    last = i;
  }
  return fitted;
}

/** The least gap between fitted points that leaves at most about `seedsWanted` of them. */
function seedGap(x: Float64Array): number {
  const n = x.length;
  if (n <= seedsWanted) return 0;
  const ranges = Float64Array.from({ length: n - 1 }, (_, i) => x[i + 1]! - x[i]!).sort();
  for (let i = 1; i < n - 1; i++) ranges[i]! += ranges[i - 1]!;
  let gap = Number.POSITIVE_INFINITY;
  for (let k = 0; k < seedsWanted; k++) gap = Math.min(gap, ranges[n - 2 - k]! / (seedsWanted - k));
  return gap;
}

function localLine(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array,
  at: number,
  target: number,
  room: Float64Array,
): number {
  const last = x.length - 1;
  const here = x[at]!;
  let [left, right, held] = [at, at, weights[at]!];
  while (held < target && (left > 0 || right < last)) {
    const leftIsNearer = right === last || (left > 0 && here - x[left - 1]! < x[right + 1]! - here);
    if (leftIsNearer) left--;
    else right++;
    held += weights[leftIsNearer ? left : right]!;
  }
  const reach = Math.max(here - x[left]!, x[right]! - here);
  while (left > 0 && here - x[left - 1]! <= reach) left--;
  while (right < last && x[right + 1]! - here <= reach) right++;
  let [total, meanX, meanY] = [0, 0, 0];
  for (let j = left; j <= right; j++) {
    const ratio = reach > 0 ? Math.abs(x[j]! - here) / reach : 0;
    const rest = 1 - ratio * ratio * ratio;
    room[j] = weights[j]! * rest * rest * rest;
    total += room[j]!;
    meanX += room[j]! * x[j]!;
    meanY += room[j]! * y[j]!;
  }
  meanX /= total;
  meanY /= total;
  let [spread, product] = [0, 0];
  for (let j = left; j <= right; j++) {
    spread += room[j]! * (x[j]! - meanX) * (x[j]! - meanX);
    product += room[j]! * (x[j]! - meanX) * y[j]!;
  }
  return spread / total < 1e-7 ? meanY : meanY + (product / spread) * (here - meanX);
}
