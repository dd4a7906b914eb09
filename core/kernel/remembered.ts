/** The same function that remembers its last answer: the estimates of a capture share their subject and lists. */
export function remembered<T extends object>(write: (value: T) => string): (value: T) => string {
  let last: T | null = null;
  let text = "";
  return (value) => {
    if (value !== last) {
      text = write(value);
      last = value;
    }
    return text;
  };
}
