export function Clouds() {
  return <h1>Clouds</h1>;
}
