/** Columns of a Stunner result by what they state; `peaks` by their number. */
export interface StunnerColumns {
  readonly zAverage: number;
  readonly polydispersityIndex: number;
  readonly sampleName: number;
  readonly plate: number;
  readonly position: number;
  readonly temperature: number;
  readonly viscosity: number;
  readonly refractiveIndex: number;
  readonly derivedIntensity: number;
  readonly peaks: readonly { readonly number: number; readonly diameter: number; readonly area: number }[];
}

/** Software versions write `Z Ave. Dia (nm)`, `Z-Avg Dia. (nm)` and `Z-Average Diameter (nm)`. */
const zAverage = /^z[- ]?av(?:e|g|erage)\.? ?dia(?:m(?:eter)?)?\.? ?\(nm\)$/;

const longestHeading = 200;

/** Column positions of a header row, or null where it has no Z-average: then it is no light scattering result. */
export function stunnerColumns(cells: readonly string[]): StunnerColumns | null {
  const names = cells.map((cell) => cell.slice(0, longestHeading).toLowerCase().replace(/\s+/g, " ").trim());
  const find = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  const size = find(zAverage);
  if (size < 0) return null;
  const peaks = [1, 2, 3, 4, 5].flatMap((number) => {
    const diameter = find(new RegExp(`^peak ${number} mean dia\\.? ?\\(nm\\)$`));
    const area = find(new RegExp(`^peak ${number} intensity ?\\(%\\)$`));
    return diameter < 0 ? [] : [{ number, diameter, area }];
  });
  return {
    zAverage: size,
    polydispersityIndex: find(/^pdi$/),
    sampleName: find(/^sample name$/),
    plate: find(/^plate id$/),
    position: find(/^(?:plate position|position|well)$/),
    temperature: find(/^temperature ?\((?:[°º]c|℃)\)$/),
    viscosity: find(/^viscosity at t ?\(cp\)$/),
    refractiveIndex: find(/^ri at t$/),
    derivedIntensity: find(/^derived intensity ?\(cps\)$/),
    peaks,
  };
}
