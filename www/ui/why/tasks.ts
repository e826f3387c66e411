import type { Context, Question } from "../../i18n/why/answer";
import { useApp } from "../context";

/** What each answer asks to try: brings the page there. */
export function useTasks(): Record<Question, (context: Context) => Promise<void>> {
  const { actions, client, store } = useApp();
  /** An iteration has to be there for what is to be seen. */
  const begin = async () => {
    if (store.reading.value.iteration === 0) await actions.step(1);
  };
  const mistakeOf = (kind: string) => async (operation: "dW" | "Z", layer: number) => {
    const mistakes = await client.request("mistakes", { operation, layer });
    const index = mistakes.findIndex((mistake) => mistake.kind === kind);
    actions.select({ name: operation, layer }, "break", index < 0 ? null : index);
  };
  return {
    transposes: async ({ l }) => {
      await begin();
      await mistakeOf("transpose_dropped")("dW", l);
    },
    layers_dims: async () => {
      const button = document.querySelector<HTMLButtonElement>('[data-action="add-layer"]');
      button?.click(); // at the most that there may be, it does nothing
      button?.focus();
    },
    bias: async ({ l }) => {
      await begin();
      await mistakeOf("flat")("Z", l);
    },
    dAL: async ({ L }) => {
      await begin();
      actions.select({ name: "dA", layer: L });
      const labels = await client.request("matrix", "Y", L);
      actions.chooseExample(Math.max(labels.data.indexOf(1), 0));
    },
    loss_or_cost: async ({ L }) => {
      await begin();
      actions.select({ name: "losses", layer: L });
      const { data } = await client.request("matrix", "losses", L);
      const worst = data.reduce((best, loss, i) => (loss > (data[best] ?? 0) ? i : best), 0);
      actions.chooseExample(worst);
    },
    one_over_m: async ({ l }) => {
      await begin();
      actions.select({ name: "dW", layer: l }, "apart");
    },
  };
}
