/** Which answers belong to which equation. */

import type { Question } from "../../i18n/why/answer";
import type { Operation } from "../../protocol/tensors";

/** The questions that an equation of a network of L layers raises. */
export function questionsOf({ operation, layer }: Operation, L: number): Question[] {
  switch (operation) {
    case "Z":
      return ["bias", "layers_dims"];
    case "A":
      return ["layers_dims"];
    case "cost":
      return ["loss_or_cost", "one_over_m"];
    case "dA":
      return layer === L ? ["dAL", "loss_or_cost"] : ["transposes"];
    case "dZ":
      return layer === L ? ["dAL", "one_over_m"] : ["loss_or_cost", "one_over_m"];
    case "dW":
      return ["transposes", "one_over_m"];
    case "db":
      return ["bias", "one_over_m"];
    case "W":
      return ["layers_dims", "one_over_m"];
    case "b":
      return ["bias"];
  }
}
