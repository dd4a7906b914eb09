export function RawFile() {
  return <h1>RawFile</h1>;
}
