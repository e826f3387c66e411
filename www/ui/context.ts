import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { App } from "../state/app";

const AppContext = createContext<App | null>(null);

export const AppProvider = AppContext.Provider;

/** The app, for the components below {@link AppProvider}. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("useApp is for components below AppProvider");
  return app;
}
