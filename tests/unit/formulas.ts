/** Every formula that the page can show. */

import { type Context, equationTex, slopeTex, symbolTex } from "../../www/equations/tex";
import { QUESTIONS } from "../../www/i18n/why/answer";
import { answersIn } from "../../www/i18n/why/answers";
import type { OperationName, TensorName } from "../../www/protocol/tensors";
import { formulasOf } from "./answers";

const OPERATIONS: OperationName[] = ["Z", "A", "cost", "dA", "dZ", "dW", "db", "W", "b"];
const TENSORS: TensorName[] = ["W", "b", "Z", "A", "Y", "losses", "dA", "dZ", "dW", "db"];
const LAYERS = [1, 2, 3, 4, 5, 6, 7];

const contexts: Context[] = LAYERS.flatMap((L) =>
  (["relu", "tanh"] as const).flatMap((activation) =>
    (["dW", "dZ"] as const).map((averaging) => ({ L, activation, averaging })),
  ),
);

/** Of the equation view. */
export const equations = contexts.flatMap((context) =>
  LAYERS.filter((layer) => layer <= context.L).flatMap((layer) => [
    ...OPERATIONS.filter((operation) => operation !== "cost" || layer === context.L).map(
      (operation) => equationTex({ operation, layer }, context),
    ),
    slopeTex(layer, context),
  ]),
);

/** Of single quantities. */
export const symbols = TENSORS.flatMap((name) =>
  LAYERS.flatMap((layer) => [symbolTex({ name, layer }), symbolTex({ name, layer }, true)]),
);

/** Of the answers to "why?" in a language. */
export async function formulasIn(language: keyof typeof answersIn): Promise<string[]> {
  const answers = await answersIn[language]();
  return QUESTIONS.flatMap((question) => formulasOf(answers[question]));
}
