import { Formula } from "./formula";

/** A text in which $…$ is TeX and `…` is code. */
export function RichText({ text }: { text: string }) {
  return (
    <>
      {text.split(/(\$[^$]+\$|`[^`]+`)/).map((part, index) => {
        if (part.startsWith("$")) return <Formula key={index} tex={part.slice(1, -1)} />;
        if (part.startsWith("`")) return <code key={index}>{part.slice(1, -1)}</code>;
        return part;
      })}
    </>
  );
}
