/** The answers to "why?" in English. */

import type { Answer, Block, Question } from "./answer";
import { at, entering, MEAN, over, shape, T } from "./notation";

/** What NumPy does with W·A of shape (n, m) plus b of shape (n,). */
function flatBias(n: number, m: number): string {
  if (n === 1) return "With the single unit here that does no harm; with more it would.";
  if (m === 1)
    return `Here, where m = 1, NumPy would stretch both without an error and return ${shape(n, n)}.`;
  if (n === m) return "Here n = m, so NumPy would do just that, without an error.";
  return `${n} numbers do not fit ${m} examples, so NumPy stops: \`operands could not be broadcast together with shapes (${n},${m}) (${n},)\`.`;
}

export const why: Record<Question, Answer> = {
  transposes: {
    title: "Why is there a transpose in $dW^{[l]}$ and in $dA^{[l-1]}$?",
    blocks: ({ layers_dims: n, L, m, l }) => {
      // The layer that hands a derivative down: the first has nobody to hand it to.
      const from = l === 1 && L > 1 ? 2 : l;
      const handedDown: Block[] =
        L > 1
          ? [
              {
                text: `${shape(n[from - 1], n[from])} times ${shape(n[from], m)} gives ${shape(n[from - 1], m)}, the shape of $${at("A", from - 1)}$.`,
              },
              { figure: "dA_prev" },
            ]
          : [
              {
                text: "This network never needs it: below its only layer there is just the data. In a deeper network each layer hands its derivatives down this way.",
              },
            ];
      return [
        {
          text: `First the shapes. $${at("dW", l)}$ must fit $${at("W", l)}$, so it is ${shape(n[l], n[l - 1])}. It is made from $${at("dZ", l)}$, ${shape(n[l], m)}, and ${entering(l)}, ${shape(n[l - 1], m)}. $dW$ has no axis for the examples, so the one of length $m$ must be summed away. A product does that where its operands meet: columns of the left, rows of the right. Only one arrangement leaves $(n^{[l]}, n^{[l-1]})$:`,
        },
        { formula: `${at("dW", l)} = ${MEAN}\\, ${at("dZ", l)} \\cdot {${at("A", l - 1)}}${T}` },
        { figure: "dW" },
        {
          text: "Shapes that fit prove nothing yet, so take one weight. Write $z$ for the sums of a layer and $a$ for what enters it. $W_{jk}$ touches $z_j$ alone, where it multiplies $a_k$: $\\partial z_j / \\partial W_{jk} = a_k$. By the chain rule, averaged over the examples:",
        },
        {
          formula: `z_j^{(i)} = \\sum_k W_{jk}\\, a_k^{(i)} + b_j \\quad\\Rightarrow\\quad dW_{jk} = ${MEAN} \\sum_{i=1}^{m} dz_j^{(i)}\\, a_k^{(i)}`,
        },
        {
          text: "That is row $j$ of $dZ$ times row $k$ of $A$. A product takes rows times columns, so the transpose makes a column of row $k$.",
        },
        { figure: "entry" },
        {
          text: "Forward, $a_k$ feeds every $z_j$. Backward, its derivative is collected from all of them, down column $k$ of $W$. A product takes rows of its left operand, so $W$ is turned:",
        },
        {
          formula: `da_k^{(i)} = \\sum_j W_{jk}\\, dz_j^{(i)} \\quad\\Rightarrow\\quad ${at("dA", from - 1)} = {${at("W", from)}}${T} \\cdot ${at("dZ", from)}`,
        },
        ...handedDown,
      ];
    },
    task: "Open dW and take the transpose away. The page shows what NumPy itself says about these shapes.",
    go: "Open dW and drop the transpose",
  },

  layers_dims: {
    title: "Why does layers_dims have one entry more than there are layers?",
    blocks: ({ layers_dims: n, L, m, l }) => [
      {
        text: `Here \`layers_dims = [${n.join(", ")}]\`. Entry 0 is the number of input features, $n^{[0]} = ${n[0]}$. Every further entry is the number of units of a layer, and the last is the output, $n^{[${L}]} = 1$.`,
      },
      {
        text: `The input counts as an entry but is no layer: nothing is computed in it, and it has no $W$. Think of fence posts and the fields between them: ${n.length} posts, ${L} ${L === 1 ? "field" : "fields"}. So the number of layers is \`L = len(layers_dims) - 1\`, and a loop over them is \`for l in range(1, len(layers_dims))\`.`,
      },
      { figure: "dims" },
      {
        text: "$W^{[l]}$ stands between entry $l-1$ and entry $l$. It takes $n^{[l-1]}$ numbers and gives $n^{[l]}$: one row per unit, one column per number that comes in. A shape names its rows first, so $n^{[l]}$ stands before $n^{[l-1]}$. $b^{[l]}$ holds one number per unit.",
      },
      { formula: "W^{[l]}: (n^{[l]},\\, n^{[l-1]}) \\qquad b^{[l]}: (n^{[l]},\\, 1)" },
      { text: `In layer ${l} this reads:` },
      {
        formula: `${over(at("Z", l), n[l], m)} = ${over(at("W", l), n[l], n[l - 1])} \\cdot ${over(at("A", l - 1), n[l - 1], m)} + ${over(at("b", l), n[l], 1)}`,
      },
      {
        text: "So the size of a hidden layer appears twice: as the rows of its own $W$ and as the columns of the next.",
      },
    ],
    task: "Add a hidden layer: the new last layer has a W and b of its own, and the layer before it changes shape. Then move the new slider and see which two W follow.",
    go: "Add a hidden layer",
  },

  bias: {
    title: "How can $b$, one column, be added to a whole matrix?",
    blocks: ({ layers_dims, m, l }) => {
      const n = layers_dims[l] ?? 1;
      return [
        {
          text: `$${at("W", l)} \\cdot ${at("A", l - 1)}$ is ${shape(n, m)}: a row per unit, a column per example. $${at("b", l)}$ is ${shape(n, 1)}: one number per unit, the same for every example.`,
        },
        {
          formula: `${over(at("Z", l), n, m)} = ${over(`${at("W", l)} \\cdot ${at("A", l - 1)}`, n, m)} + ${over(at("b", l), n, 1)}`,
        },
        {
          text: "NumPy broadcasts: along an axis of length 1 it reads the same number again for each of the $m$ columns. The result is as if $b$ stood there $m$ times, yet nothing is copied in memory.",
        },
        { figure: "broadcast" },
        {
          text: `Why \`(${n}, 1)\` and not \`(${n},)\`? NumPy lines shapes up from the right. It takes \`(${n},)\` for a row, ${shape(1, n)}, whose numbers belong to the examples instead of the units. ${flatBias(n, m)}`,
        },
        {
          text: "On the way back the rule is: what was used $m$ times collects $m$ derivatives. So $db$ adds the columns of $dZ$, and the $1/m$ makes the sum a mean, because the cost is a mean.",
        },
        { formula: `${at("db", l)} = ${MEAN} \\sum_{i=1}^{m} dz^{[${l}](i)}` },
        {
          text: `In NumPy: \`np.sum(dZ, axis=1, keepdims=True) / m\`. \`axis=1\` runs along the examples; \`keepdims=True\` keeps \`(${n}, 1)\`, where you would otherwise get \`(${n},)\` back.`,
        },
      ];
    },
    task: "Open Z and give b the shape (n,) in “Break it”. What happens depends on n and m.",
    go: "Open Z and break b",
  },

  dAL: {
    title: "Where does the formula for $dA^{[L]}$ come from?",
    blocks: ({ L, m }) => [
      {
        formula: `${at("dA", L)} = -\\left( \\frac{Y}{${at("A", L)}} - \\frac{1 - Y}{1 - ${at("A", L)}} \\right)`,
      },
      {
        text: `This is the derivative of each example's loss with respect to its own output, one per column: ${shape(1, m)}. All of it is element-wise. For example $i$, with $y$ for its label and $a$ for its output:`,
      },
      {
        formula:
          "L^{(i)} = -\\bigl( y \\log a + (1 - y) \\log (1 - a) \\bigr) \\quad\\Rightarrow\\quad \\frac{\\partial L^{(i)}}{\\partial a} = -\\left( \\frac{y}{a} - \\frac{1 - y}{1 - a} \\right)",
      },
      {
        text: "The derivative of $\\log a$ is $1/a$. That of $\\log (1 - a)$ is $-1/(1 - a)$: hence the minus between the two terms.",
      },
      {
        text: "A label is 0 or 1, so only one term survives. With $y = 1$ it is $-1/a$: raising $a$ lowers the loss, so the derivative is negative. With $y = 0$ it is $1/(1 - a)$: raising $a$ raises the loss, so it is positive. The further $a$ is from its label, the steeper the loss.",
      },
      { figure: "output" },
      {
        text: "The sigmoid's slope is $a(1 - a)$. It comes next, and the denominators cancel:",
      },
      {
        formula: `${at("dZ", L)} = ${at("dA", L)} * ${at("A", L)} * (1 - ${at("A", L)}) = ${at("A", L)} - Y`,
      },
      {
        text: "There is no $1/m$ here. Each column is about one example and its own loss; the mean is taken later, in $dW$ and $db$.",
      },
    ],
    task: "Open dA[L] and choose an example with label 1, then one with label 0. See which term survives, and its sign.",
    go: "Open dA[L] at an example",
  },

  loss_or_cost: {
    title: "Loss or cost: which is which?",
    blocks: ({ layers_dims: n, L, m, l }) => [
      {
        text: `The loss $L^{(i)}$ belongs to one example: it says how far the output $a^{(i)}$ is from the label $y^{(i)}$. ${m === 1 ? "Here there is one of them." : `Here there are ${m} of them.`} The cost $J$ is their mean, one number for all examples.`,
      },
      {
        formula: `L^{(i)} = -\\bigl( y^{(i)} \\log a^{(i)} + (1 - y^{(i)}) \\log (1 - a^{(i)}) \\bigr), \\qquad J = ${MEAN} \\sum_{i=1}^{m} L^{(i)}`,
      },
      { figure: "losses" },
      {
        text: "What gradient descent minimises is $J$. A step that lowers $J$ may well raise the loss of a single example.",
      },
      {
        text: `Which of the two a derivative belongs to, you see from its axes. $dZ$ and $dA$ have an axis for the examples: column $i$ is the derivative of the loss $L^{(i)}$. $dW$ and $db$ have none: they are derivatives of the cost. So in layer ${l}, with $${at("dZ", l)}$ ${shape(n[l], m)} and $${at("dW", l)}$ ${shape(n[l], n[l - 1])}:`,
      },
      {
        formula: `dz^{[${l}](i)} = \\frac{\\partial L^{(i)}}{\\partial z^{[${l}](i)}} \\qquad ${at("dW", l)} = \\frac{\\partial J}{\\partial ${at("W", l)}}`,
      },
      {
        text: `Two warnings. Many texts and libraries say “loss” for both, so look whether a mean is taken. And the letter has two uses: $L^{(i)}$ is a loss, $L = ${L}$ the number of layers.`,
      },
    ],
    task: "Open J and choose the bar of the worst example. Follow its column through every matrix that has one.",
    go: "Open J at the worst example",
  },

  one_over_m: {
    title: "Why is there a $1/m$ in $dW$ and $db$, but none in $dZ$ and $dA$?",
    blocks: ({ m, l }) => [
      {
        text: `The cost $J$ is the mean of the losses, and the derivative of a mean is the mean of the derivatives. One weight is used for ${m === 1 ? "every example (here there is one)" : `all ${m} examples`}, so every loss has a say in its derivative. Example $i$ contributes $dz^{(i)} \\cdot {a^{(i)}}${T}$, a matrix of the shape of $W$:`,
      },
      {
        formula: `${at("dW", l)} = \\frac{\\partial J}{\\partial ${at("W", l)}} = ${MEAN} \\sum_{i=1}^{m} \\frac{\\partial L^{(i)}}{\\partial ${at("W", l)}} = ${MEAN} \\sum_{i=1}^{m} dz^{[${l}](i)} \\cdot {a^{[${l - 1}](i)}}${T}`,
      },
      { figure: "mean" },
      {
        text: "A product of $dZ$ with $A^{\\top}$ is this sum, and $1/m$ makes it a mean. In the same way $db$ is the mean of the columns of $dZ$. $dZ$ and $dA$ still have one column per example: nothing has been added up, so there is nothing to average.",
      },
      {
        text: "You may also put the $1/m$ into $dA^{[L]}$. Every $dZ$ and $dA$ then carries it along, and $dW$ and $db$ must not take it a second time. They come out the same:",
      },
      {
        formula: `${MEAN} \\Bigl( ${at("dZ", l)} \\cdot {${at("A", l - 1)}}${T} \\Bigr) = \\Bigl( ${MEAN}\\, ${at("dZ", l)} \\Bigr) \\cdot {${at("A", l - 1)}}${T}`,
      },
      {
        text: `The course takes it last, so that each column of $dZ$ and $dA$ is one example's own derivative, whatever $m$ is. ${m === 1 ? "With one example, as here, leaving it out changes nothing; with 400, $dW$ and every step would be 400 times as large." : `Leave it out, and $dW$ is ${m} times as large, and so is the step: the learning rate $\\alpha$ would have to shrink whenever examples are added.`}`,
      },
    ],
    task: "Open dW, choose “Example by example” and add the examples one by one, until their sum divided by m lands on dW.",
    go: "Open dW and take it apart",
  },
};
