import { portable, type Random } from "../../../kernel/index.ts";
import type { TwinInstrument } from "./instrument.ts";
import type { Population, Pulse } from "./populations.ts";

/** Events as written, one array for each channel, and what passed unseen. */
export interface Acquired {
  /** In s. */
  readonly time: Float64Array;
  readonly scatterArea: Float64Array;
  readonly scatterHeight: Float64Array;
  /** By detector. */
  readonly fluorescence: readonly Float64Array[];
  readonly events: number;
  /** Acquired volume in uL and time in s. */
  readonly microlitres: number;
  readonly seconds: number;
  /** Particles that passed the beam, by population. */
  readonly passed: readonly number[];
  /** Events that were of two particles or more. */
  readonly multiples: number;
}

/** Standard deviation of a pulse along the beam, in interrogation volumes. */
const pulseWidth = 0.18;
const mostParticles = 20_000_000;
/** Above this mean a Poisson count is drawn as a normal number: their difference is under the noise. */
const normalFrom = 400;

function shotNoise(mean: number, random: Random): number {
  if (mean <= 0) return 0;
  return mean < normalFrom ? random.poisson(mean) : random.normal(mean, Math.sqrt(mean));
}

interface Placed extends Pulse {
  readonly place: number;
}

/** Greatest sum of the overlapping pulses, looked for at their own places: the height of the event. */
function heightOf(pulses: readonly Placed[]): number {
  if (pulses.length === 1) return pulses[0]!.scatter;
  // two in a hundred are never so many; a swarm is summed at sixteen places
  const places =
    pulses.length <= 16
      ? pulses.map(({ place }) => place)
      : Array.from({ length: 16 }, (_, i) => (i + 0.5) / 16);
  let greatest = 0;
  for (const at of places) {
    let sum = 0;
    for (const { place, scatter } of pulses)
      sum += scatter * portable.exp(-portable.square(at - place) / (2 * (pulseWidth * pulseWidth)));
    greatest = Math.max(greatest, sum);
  }
  return greatest;
}

/**
 * Runs `seconds` of a tube with `populations` through the instrument: particles come as a Poisson process, those in one
 * interrogation volume are one event with their signals summed, spilled and detected with shot noise and background; it
 * is written where the trigger's area reaches the threshold. RangeError where more than 20 million particles would pass.
 */
export function acquire(
  populations: readonly Population[],
  instrument: TwinInstrument,
  run: { seconds: number; mostEvents: number },
  random: Random,
): Acquired {
  const { probeVolume, detectors, scatter, trigger } = instrument;
  const volumes = ((instrument.flowRate * run.seconds) / 60 / probeVolume) * 1e6;
  const means = populations.map(({ concentration }) => (concentration * probeVolume) / 1e9);
  const mean = means.reduce((sum, one) => sum + one, 0);
  if (!(mean * volumes < mostParticles))
    throw new RangeError(`too many particles for a twin: ${mean * volumes}`);
  const arrivals = random.split("arrivals");
  const particles = random.split("particles");
  const optics = random.split("detectors");
  const passed = means.map(() => 0);
  const width = 3 + detectors.length;
  // event after event: time, area, height, detectors
  const written: number[] = [];
  let multiples = 0;

  const pickPopulation = () => {
    let left = arrivals.uniform() * mean;
    const found = means.findIndex((one) => {
      left -= one;
      return left <= 0;
    });
    return found < 0 ? means.length - 1 : found;
  };
  const detected = (truth: number, perUnit: number, noise: number) =>
    shotNoise(truth * perUnit, optics) / perUnit + optics.normal(0, noise);

  const emit = (pulses: readonly Placed[], count: number, cell: number) => {
    const light = Math.max(0, optics.normal(1, instrument.illuminationCv));
    const sum = pulses.reduce((total, one) => total + one.scatter, 0) * light;
    const area = scatter.gain * detected(sum, scatter.photoelectrons, scatter.noise);
    const height = scatter.gain * detected(heightOf(pulses) * light, scatter.photoelectrons, scatter.noise);
    const own = detectors.map(
      ({ gain }, i) => gain * light * pulses.reduce((total, { mesf }) => total + mesf[i]!, 0),
    );
    const seen = detectors.map(({ gain, noise, photoelectrons }, j) => {
      const here = own.reduce((total, value, i) => total + value * instrument.spill[i]![j]!, 0);
      return gain * detected(here / gain, photoelectrons, noise);
    });
    const which = detectors.findIndex(({ name }) => name === trigger.channel);
    if (!((which < 0 ? area : seen[which]!) >= trigger.threshold)) return;
    if (count > 1) multiples += 1;
    written.push((cell / volumes) * run.seconds, area, height);
    for (const value of seen) written.push(value);
  };

  let place = mean > 0 ? arrivals.exponential(1 / mean) : volumes;
  let end = volumes;
  while (place < volumes) {
    const cell = Math.floor(place);
    const pulses: Placed[] = [];
    let count = 0;
    while (place < cell + 1 && place < volumes) {
      const which = pickPopulation();
      passed[which]! += 1;
      count += 1;
      for (const pulse of populations[which]!.draw(particles))
        pulses.push({ ...pulse, place: place - cell + pulse.offset });
      place += arrivals.exponential(1 / mean);
    }
    emit(pulses, count, cell);
    if (written.length >= run.mostEvents * width) {
      end = cell + 1;
      break;
    }
  }
  const events = written.length / width;
  const column = (k: number) => new Float64Array(events).map((_, row) => written[row * width + k]!);
  const seconds = (end / volumes) * run.seconds;
  return {
    time: column(0),
    scatterArea: column(1),
    scatterHeight: column(2),
    fluorescence: detectors.map((_, i) => column(3 + i)),
    events,
    microlitres: (instrument.flowRate * seconds) / 60,
    seconds,
    passed,
    multiples,
  };
}
