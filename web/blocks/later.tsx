import { type ReactNode, startTransition, useEffect, useState } from "react";

/** What is made after what stands before it was shown: a long page answers sooner. */
export function Later({ children }: { readonly children: ReactNode }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setDue(true)), 60);
    return () => clearTimeout(timer);
  }, []);
  return due ? children : null;
}
