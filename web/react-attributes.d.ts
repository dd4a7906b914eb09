import "react";

declare module "react" {
  interface InputHTMLAttributes<T> extends HTMLAttributes<T> {
    /** Lets a person choose a folder in place of files. */
    webkitdirectory?: string;
  }
}
