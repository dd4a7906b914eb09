import { type ReactNode, useEffect, useId, useRef } from "react";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

interface ModalProps {
  readonly title: string;
  readonly children: ReactNode;
  onClose(): void;
}

/** A dialog over the page; Escape closes it and the focus goes back to where it was. */
export function Modal({ title, children, onClose }: ModalProps) {
  const say = useSay();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={dialog} className="modal" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="close" aria-label={say(words.cancel)} onClick={onClose}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}
