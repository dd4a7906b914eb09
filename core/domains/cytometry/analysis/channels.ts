import type { FcsChannel, FcsDataSet } from "../measurement.ts";
import type { CytometryParameters } from "./parameters.ts";

/** Beyond this, only the channels that study.yaml names are summarised. */
const mostChannels = 64;

/** Channels that study.yaml names, by what for. */
export function namedChannels(parameters: CytometryParameters): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const add = (channel: string, use: string) => named.has(channel) || named.set(channel, use);
  for (const channel of parameters.markers ?? []) add(channel, "markers");
  if (parameters.scatter !== undefined) add(parameters.scatter, "scatter");
  for (const channel of Object.keys(parameters.thresholds)) add(channel, "thresholds");
  for (const [name, set] of Object.entries(parameters.beads)) {
    if (set.kind === "fluorescence")
      for (const channel of [...Object.keys(set.channels), ...set.alongside]) add(channel, `beads: ${name}`);
    if (set.kind === "scatter") add(set.channel, `beads: ${name}`);
  }
  const { multiplex } = parameters;
  if (multiplex)
    for (const channel of [multiplex.reporter, ...multiplex.dyes, ...multiplex.size])
      add(channel, "multiplex");
  return named;
}

/** The first channel that study.yaml names for samples and that the file has not, with what for; null where all are there. */
export function unknownChannel(
  { channels }: Pick<FcsDataSet, "channels">,
  { markers, scatter, thresholds }: CytometryParameters,
): { readonly channel: string; readonly for: string } | null {
  const uses = [
    ...(markers ?? []).map((channel) => ({ channel, for: "markers" })),
    ...(scatter === undefined ? [] : [{ channel: scatter, for: "scatter" }]),
    ...Object.keys(thresholds).map((channel) => ({ channel, for: "thresholds" })),
  ];
  return uses.find(({ channel }) => !channels.some(({ name }) => name === channel)) ?? null;
}

/** Names of the channels, each with the label that the plots of the instrument show where that is another word. */
export function channelNames(channels: readonly Pick<FcsChannel, "name" | "label">[]): string {
  return channels
    .map(({ name, label }) => (label === "" || label === name ? name : `${name} (${label})`))
    .join(", ");
}

/** Indices of the channels that are summarised: scatter and fluorescence, and whatever study.yaml names. */
export function summarisedChannels(
  { channels }: Pick<FcsDataSet, "channels">,
  parameters: CytometryParameters,
): readonly number[] {
  const named = namedChannels(parameters);
  const measured = ({ role, pulse }: FcsChannel) =>
    (role === "scatter" || role === "fluorescence") && pulse !== "width";
  const all = channels.flatMap((channel, i) => (measured(channel) || named.has(channel.name) ? [i] : []));
  return all.length <= mostChannels
    ? all
    : all.filter((i, at) => at < mostChannels || named.has(channels[i]!.name));
}

/** The scatter channel and the fluorescence channel that a picture of events shows; null where there are not both. */
export function picturedChannels(
  { channels }: Pick<FcsDataSet, "channels">,
  { scatter, markers }: CytometryParameters,
): readonly [number, number] | null {
  const byName = (name: string | undefined) => channels.findIndex((channel) => channel.name === name);
  const best = (role: FcsChannel["role"], wanted: RegExp) => {
    const own = channels.flatMap((channel, i) =>
      channel.role === role && channel.pulse !== "width" ? [i] : [],
    );
    return own.find((i) => wanted.test(channels[i]!.name)) ?? own[0] ?? -1;
  };
  const x = byName(scatter) >= 0 ? byName(scatter) : best("scatter", /^(ssc|ss|vssc|lals|side)/i);
  const y = byName(markers?.[0]) >= 0 ? byName(markers?.[0]) : best("fluorescence", /-A$/);
  return x >= 0 && y >= 0 ? [x, y] : null;
}

/** What a calibration of the channel holds for: voltage, gain and amplification as the file writes them. */
export function channelSettings({ voltage, gain, amplification }: FcsChannel): string {
  return [
    ...(voltage === "" ? [] : [`voltage ${voltage}`]),
    ...(gain === "" ? [] : [`gain ${gain}`]),
    ...(amplification === "" || /^0(\.0*)?,0(\.0*)?$/.test(amplification)
      ? []
      : [`amplification ${amplification}`]),
  ].join(", ");
}
