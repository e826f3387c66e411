const FILLED = {
  reset: "M3 3h2v10H3zM13 3v10L6 8z",
  play: "M4 2.5v11l9-5.5z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  iteration: "M3 2.5v11l7.5-5.5zM11 3h2v10h-2z",
  operation: "M5.5 4v8l5.5-4z",
} as const;

const DRAWN = {
  copy: "M5.5 5.5h8v8h-8zM10.5 2.5h-8v8",
  save: "M8 2v7M4.8 6.2 8 9.4l3.2-3.2M2.5 10.5v3h11v-3",
} as const;

export type IconName = keyof typeof FILLED | keyof typeof DRAWN;

/** A small picture that says the same as the text beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon-picture" viewBox="0 0 16 16" aria-hidden="true">
      {name in DRAWN ? (
        <path
          d={DRAWN[name as keyof typeof DRAWN]}
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
        />
      ) : (
        <path d={FILLED[name as keyof typeof FILLED]} fill="currentColor" />
      )}
    </svg>
  );
}
