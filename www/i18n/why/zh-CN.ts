/** “为什么？”的简体中文解答。 */

import type { Answer, Block, Question } from "./answer";
import { at, entering, MEAN, over, shape, T } from "./notation";

/** 形状为 (n, m) 的 W·A 加上形状为 (n,) 的 b，NumPy 会怎样。 */
function flatBias(n: number, m: number): string {
  if (n === 1) return "这一层只有一个单元，碰巧不会出错；单元一多就不行了。";
  if (m === 1) return `这里 m = 1，NumPy 会不声不响地把两边都扩展，得到 ${shape(n, n)}。`;
  if (n === m) return "这里恰好 n = m，NumPy 就会照此算下去，连错都不报。";
  return `${n} 个数配不上 ${m} 个样本，NumPy 就会报错：\`operands could not be broadcast together with shapes (${n},${m}) (${n},)\`。`;
}

export const why: Record<Question, Answer> = {
  transposes: {
    title: "$dW^{[l]}$ 和 $dA^{[l-1]}$ 里为什么要转置？",
    blocks: ({ layers_dims: n, L, m, l }) => {
      // 向前一层传递导数的层；第 1 层没有前一层可传。
      const from = l === 1 && L > 1 ? 2 : l;
      const handedDown: Block[] =
        L > 1
          ? [
              {
                text: `${shape(n[from - 1], n[from])} 乘 ${shape(n[from], m)} 得 ${shape(n[from - 1], m)}，正是 $${at("A", from - 1)}$ 的形状。`,
              },
              { figure: "dA_prev" },
            ]
          : [
              {
                text: "这个网络只有一层，前面就是数据，用不到这一步；网络再深一些，每一层都靠它把导数传给前一层。",
              },
            ];
      return [
        {
          text: `先看形状。$${at("dW", l)}$ 与 $${at("W", l)}$ 形状相同，是 ${shape(n[l], n[l - 1])}；手头有 $${at("dZ", l)}$ ${shape(n[l], m)} 和 ${entering(l)} ${shape(n[l - 1], m)}。$dW$ 里没有样本这个轴，所以要靠求和消去的是长为 $m$ 的轴；而矩阵乘法求和消去的，总是左边的列与右边的行这一对轴。要得到 $(n^{[l]}, n^{[l-1]})$，只有一种摆法：`,
        },
        { formula: `${at("dW", l)} = ${MEAN}\\, ${at("dZ", l)} \\cdot {${at("A", l - 1)}}${T}` },
        { figure: "dW" },
        {
          text: "形状对得上还不算证明，再看单个权重。记某层的线性部分为 $z$，输入为 $a$。$W_{jk}$ 只影响 $z_j$，在其中与 $a_k$ 相乘，所以 $\\partial z_j / \\partial W_{jk} = a_k$。由链式法则，再对样本取平均：",
        },
        {
          formula: `z_j^{(i)} = \\sum_k W_{jk}\\, a_k^{(i)} + b_j \\quad\\Rightarrow\\quad dW_{jk} = ${MEAN} \\sum_{i=1}^{m} dz_j^{(i)}\\, a_k^{(i)}`,
        },
        {
          text: "这是 $dZ$ 的第 $j$ 行乘 $A$ 的第 $k$ 行。矩阵乘法却是行乘列，转置正好把 $A$ 的这一行变成列。",
        },
        { figure: "entry" },
        {
          text: "前向时 $a_k$ 流入每一个 $z_j$，反向时它的导数就要从所有 $z_j$ 汇总，也就是沿 $W$ 的第 $k$ 列求和。矩阵乘法从左边取的是行，所以 $W$ 要转置：",
        },
        {
          formula: `da_k^{(i)} = \\sum_j W_{jk}\\, dz_j^{(i)} \\quad\\Rightarrow\\quad ${at("dA", from - 1)} = {${at("W", from)}}${T} \\cdot ${at("dZ", from)}`,
        },
        ...handedDown,
      ];
    },
    task: "打开 dW，去掉转置，看看面对这些形状，NumPy 自己会怎么说。",
    go: "打开 dW，去掉转置",
  },

  layers_dims: {
    title: "layers_dims 为什么比层数多一项？",
    blocks: ({ layers_dims: n, L, m, l }) => [
      {
        text: `这里 \`layers_dims = [${n.join(", ")}]\`。第 0 项是输入的个数，$n^{[0]} = ${n[0]}$；后面每一项是一层的单元数，最后一项是输出，$n^{[${L}]} = 1$。`,
      },
      {
        text: `输入占一项，却不算一层：它不做计算，也没有 $W$。这就像植树问题，项是树，层是两棵树之间的间隔：${n.length} 棵树，${L} 个间隔。所以层数是 \`L = len(layers_dims) - 1\`，逐层循环写作 \`for l in range(1, len(layers_dims))\`。`,
      },
      { figure: "dims" },
      {
        text: "$W^{[l]}$ 位于第 $l-1$ 项与第 $l$ 项之间，接收 $n^{[l-1]}$ 个数，给出 $n^{[l]}$ 个数：每个单元占一行，每个输入占一列。形状先写行数，所以 $n^{[l]}$ 在前。$b^{[l]}$ 则是每个单元一个数。",
      },
      { formula: "W^{[l]}: (n^{[l]},\\, n^{[l-1]}) \\qquad b^{[l]}: (n^{[l]},\\, 1)" },
      { text: `以第 ${l} 层为例：` },
      {
        formula: `${over(at("Z", l), n[l], m)} = ${over(at("W", l), n[l], n[l - 1])} \\cdot ${over(at("A", l - 1), n[l - 1], m)} + ${over(at("b", l), n[l], 1)}`,
      },
      {
        text: "因此，一个隐藏层的单元数要用两次：既是本层 $W$ 的行数，又是下一层 $W$ 的列数。",
      },
    ],
    task: "增加一个隐藏层：最后一层的 W 和 b 是新的，它前面那一层的形状变了。再拖动新出现的滑块，看哪两个 W 跟着变。",
    go: "增加一个隐藏层",
  },

  bias: {
    title: "$b$ 只有一列，怎么能加到整个矩阵上？",
    blocks: ({ layers_dims, m, l }) => {
      const n = layers_dims[l] ?? 1;
      return [
        {
          text: `$${at("W", l)} \\cdot ${at("A", l - 1)}$ 的形状是 ${shape(n, m)}：每个单元一行，每个样本一列。$${at("b", l)}$ 是 ${shape(n, 1)}：每个单元一个数，对所有样本都相同。`,
        },
        {
          formula: `${over(at("Z", l), n, m)} = ${over(`${at("W", l)} \\cdot ${at("A", l - 1)}`, n, m)} + ${over(at("b", l), n, 1)}`,
        },
        {
          text: "NumPy 在这里做广播：$b$ 的第二个轴长为 1，不论加到 $m$ 列中的哪一列，读的都是它仅有的那一列。效果如同把 $b$ 排成了 $m$ 列，内存里却没有复制任何东西。",
        },
        { figure: "broadcast" },
        {
          text: `为什么是 \`(${n}, 1)\` 而不是 \`(${n},)\`？NumPy 从右端对齐形状，会把 \`(${n},)\` 当成一行 ${shape(1, n)}，于是这些数对应的是样本，而不是单元。${flatBias(n, m)}`,
        },
        {
          text: "反向时正好相反：同一个数用了 $m$ 次，就要把 $m$ 份导数加起来。所以 $db$ 是把 $dZ$ 的各列相加；成本是平均值，因此还要乘 $1/m$：",
        },
        { formula: `${at("db", l)} = ${MEAN} \\sum_{i=1}^{m} dz^{[${l}](i)}` },
        {
          text: `写成 NumPy 就是 \`np.sum(dZ, axis=1, keepdims=True) / m\`。\`axis=1\` 沿样本方向求和；\`keepdims=True\` 保住 \`(${n}, 1)\`，否则得到的又是 \`(${n},)\`。`,
        },
      ];
    },
    task: "打开 Z，在“故意弄错”里把 b 的形状改成 (n,)。结果如何，要看 n 和 m。",
    go: "打开 Z，改动 b 的形状",
  },

  dAL: {
    title: "$dA^{[L]}$ 的公式是怎么来的？",
    blocks: ({ L, m }) => [
      {
        formula: `${at("dA", L)} = -\\left( \\frac{Y}{${at("A", L)}} - \\frac{1 - Y}{1 - ${at("A", L)}} \\right)`,
      },
      {
        text: `这是每个样本的损失对该样本输出的导数，每个样本一列，形状是 ${shape(1, m)}；式中全是逐元素运算。只看第 $i$ 个样本，把它的标签和输出简记为 $y$ 和 $a$：`,
      },
      {
        formula:
          "L^{(i)} = -\\bigl( y \\log a + (1 - y) \\log (1 - a) \\bigr) \\quad\\Rightarrow\\quad \\frac{\\partial L^{(i)}}{\\partial a} = -\\left( \\frac{y}{a} - \\frac{1 - y}{1 - a} \\right)",
      },
      {
        text: "$\\log a$ 的导数是 $1/a$，$\\log (1 - a)$ 的导数是 $-1/(1 - a)$，两项之间的减号就由此而来。",
      },
      {
        text: "标签非 0 即 1，所以两项只剩一项。$y = 1$ 时剩 $-1/a$：$a$ 变大，损失变小，导数为负。$y = 0$ 时剩 $1/(1 - a)$：$a$ 变大，损失也变大，导数为正。$a$ 离标签越远，导数的绝对值越大。",
      },
      { figure: "output" },
      {
        text: "下一步要乘上 sigmoid 的导数 $a(1 - a)$，分母恰好消去：",
      },
      {
        formula: `${at("dZ", L)} = ${at("dA", L)} * ${at("A", L)} * (1 - ${at("A", L)}) = ${at("A", L)} - Y`,
      },
      {
        text: "这里没有 $1/m$，因为每一列只涉及一个样本和它自己的损失；取平均是后面 $dW$ 和 $db$ 的事。",
      },
    ],
    task: "打开 dA[L]，先选一个标签为 1 的样本，再选一个标签为 0 的，看剩下的是哪一项、符号是正是负。",
    go: "打开 dA[L]，选一个样本",
  },

  loss_or_cost: {
    title: "损失和成本有什么区别？",
    blocks: ({ layers_dims: n, L, m, l }) => [
      {
        text: `损失 $L^{(i)}$ 属于单个样本，衡量输出 $a^{(i)}$ 与标签 $y^{(i)}$ 相差多少；这里共有 ${m} 个。成本 $J$ 是这些损失的平均值，全部样本合起来只有一个数。`,
      },
      {
        formula: `L^{(i)} = -\\bigl( y^{(i)} \\log a^{(i)} + (1 - y^{(i)}) \\log (1 - a^{(i)}) \\bigr), \\qquad J = ${MEAN} \\sum_{i=1}^{m} L^{(i)}`,
      },
      { figure: "losses" },
      {
        text: "梯度下降要最小化的是 $J$。有时 $J$ 下降了，个别样本的损失反而上升。",
      },
      {
        text: `一个导数属于损失还是成本，看有没有样本这个轴就知道。$dZ$ 和 $dA$ 有：第 $i$ 列是损失 $L^{(i)}$ 的导数。$dW$ 和 $db$ 没有：它们是成本 $J$ 的导数。以第 ${l} 层为例，$${at("dZ", l)}$ 是 ${shape(n[l], m)}，$${at("dW", l)}$ 是 ${shape(n[l], n[l - 1])}：`,
      },
      {
        formula: `dz^{[${l}](i)} = \\frac{\\partial L^{(i)}}{\\partial z^{[${l}](i)}} \\qquad ${at("dW", l)} = \\frac{\\partial J}{\\partial ${at("W", l)}}`,
      },
      {
        text: `还有两点要留意。许多资料和框架把两者都叫“损失”（loss），要看有没有取平均。另外，字母 $L$ 有两种用法：$L^{(i)}$ 是损失，$L = ${L}$ 是层数。`,
      },
    ],
    task: "打开 J，选最高的那根柱子，即损失最大的样本，再顺着它那一列看遍所有带样本轴的矩阵。",
    go: "打开 J，选损失最大的样本",
  },

  one_over_m: {
    title: "为什么 $dW$ 和 $db$ 里有 $1/m$，$dZ$ 和 $dA$ 里却没有？",
    blocks: ({ m, l }) => [
      {
        text: `成本 $J$ 是损失的平均值，而平均值的导数等于导数的平均值。同一个权重要用于${m === 1 ? "每个样本（这里只有 1 个）" : `全部 ${m} 个样本`}，所以每个样本的损失都对它的导数有一份贡献。第 $i$ 个样本的贡献是 $dz^{(i)} \\cdot {a^{(i)}}${T}$，与 $W$ 形状相同：`,
      },
      {
        formula: `${at("dW", l)} = \\frac{\\partial J}{\\partial ${at("W", l)}} = ${MEAN} \\sum_{i=1}^{m} \\frac{\\partial L^{(i)}}{\\partial ${at("W", l)}} = ${MEAN} \\sum_{i=1}^{m} dz^{[${l}](i)} \\cdot {a^{[${l - 1}](i)}}${T}`,
      },
      { figure: "mean" },
      {
        text: "$dZ$ 乘 $A^{\\top}$ 算的就是这个和，再乘 $1/m$ 便是平均值；$db$ 同理，是 $dZ$ 各列的平均。$dZ$ 和 $dA$ 仍是每个样本一列，还没有相加，自然谈不上平均。",
      },
      {
        text: "把 $1/m$ 提前放进 $dA^{[L]}$ 也可以：它会随反向传播进入所有的 $dZ$ 和 $dA$，这时 $dW$ 和 $db$ 里就不能再乘一次，得到的 $dW$ 和 $db$ 不变：",
      },
      {
        formula: `${MEAN} \\Bigl( ${at("dZ", l)} \\cdot {${at("A", l - 1)}}${T} \\Bigr) = \\Bigl( ${MEAN}\\, ${at("dZ", l)} \\Bigr) \\cdot {${at("A", l - 1)}}${T}`,
      },
      {
        text: `课程把它放在最后，这样 $dZ$ 和 $dA$ 的每一列都是一个样本自己的导数，与 $m$ 无关。${m === 1 ? "这里只有一个样本，不乘 $1/m$ 也一样；若有 400 个，$dW$ 和每一步的更新量都会变成 400 倍。" : `如果漏掉它，$dW$ 会变成 ${m} 倍，每一步的更新量也一样；样本一增加，学习率 $\\alpha$ 就得跟着调小。`}`,
      },
    ],
    task: "打开 dW，选“逐个样本”，把样本一个一个加进去，直到总和除以 m 恰好得到 dW。",
    go: "打开 dW，逐个样本累加",
  },
};
