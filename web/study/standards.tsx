export function Standards() {
  return <h1>Standards</h1>;
}
