export function Tool() {
  return <h1>Tool</h1>;
}
