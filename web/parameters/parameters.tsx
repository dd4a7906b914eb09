export function Parameters() {
  return <h1>Parameters</h1>;
}
