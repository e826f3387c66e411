const PATHS = {
  reset: "M3 3h2v10H3zM13 3v10L6 8z",
  play: "M4 2.5v11l9-5.5z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  iteration: "M3 2.5v11l7.5-5.5zM11 3h2v10h-2z",
  operation: "M5.5 4v8l5.5-4z",
} as const;

export type IconName = keyof typeof PATHS;

/** A small picture that says the same as the text beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon-picture" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} fill="currentColor" />
    </svg>
  );
}
