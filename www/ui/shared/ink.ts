import type { Theme } from "../../protocol/frame";

/** Ink that stands out from a cell's colour: the middle of the scale is light in the light theme, dark in the dark one. */
export function cellInk(theme: Theme) {
  return {
    dark: "#14181f",
    light: "#ffffff",
    isDark: (share: number) => Math.abs(share) > 0.72 === (theme === "dark"),
  };
}
