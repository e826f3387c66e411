/** 已知的错误，简体中文。 */

import type { DiagnosisKind } from "../../protocol/checking";
import type { MistakeParts, MistakeTexts } from "./texts";

/** 犯了的错误：“如果……，就会得到你的这些数值。” */
const made = (name: string, what: (parts: MistakeParts) => string): MistakeTexts => ({
  name,
  // A space stands between the two scripts, but not behind a comma.
  sentence: (parts) => `如果${what(parts)}，就会得到你的这些数值。`.replace("， ", "，"),
});
const number = (count: number) => count.toLocaleString("zh-CN");

export const mistakes: Record<DiagnosisKind, MistakeTexts> = {
  another_tensor: {
    name: "另一个矩阵",
    sentence: ({ subject, wanted }) => `这些是 ${subject} 的正确数值，而不是 ${wanted} 的。`,
  },
  another_layer: {
    name: "另一层",
    sentence: ({ subject, wanted }) => `这些是 ${subject} 的正确数值，与 ${wanted} 不在同一层。`,
  },
  another_iteration: {
    name: "另一次迭代",
    sentence: ({ iteration, now }) =>
      `这些是完成 ${number(iteration)} 次迭代时的正确数值，而页面已完成 ${number(now)} 次。`,
  },
  transposed: {
    name: "转置了",
    sentence: ({ wanted }) => `这些是 ${wanted} 的正确数值，只是转置了。`,
  },
  another_seed: made("种子不同", ({ seed }) => `种子是 ${seed}`),
  another_initialization: made(
    "初始化不同",
    ({ rule }) => `W 用了另一种初始化${rule && `（${rule}）`}`,
  ),
  another_seed_and_initialization: made(
    "种子和初始化都不同",
    ({ seed, rule }) => `种子是 ${seed}，并且 W 用了另一种初始化${rule && `（${rule}）`}`,
  ),
  seed_in_loop: made(
    "在循环里设种子",
    () => " np.random.seed 写在逐层的循环里，使每一层都从同样的随机数开始",
  ),
  random_bias: made("b 用了随机数", () => " b 是随机抽取的（它本该从零开始）"),
  another_learning_rate: made("学习率不同", ({ learningRate }) => `学习率是 ${learningRate}`),
  another_activation: made("激活函数不同", () => "隐藏层用的激活函数与这里不同"),
  activation_missing: made("漏了激活函数", ({ where }) => `${where}漏了激活函数，A 就是 Z`),
  X_not_scaled: made("X 没有缩放", () => " X 没有除以 255"),
  X_scaled_twice: made("X 缩放了两次", () => " X 除以了两次 255"),
  transpose_added: made("多了转置", ({ where }) => `${where}多了一个转置`),
  transpose_dropped: made("漏了转置", ({ where }) => `${where}漏了一个转置`),
  transpose_moved: made(
    "转置加错了对象",
    ({ where }) => `${where}两个操作数颠倒了，转置也加在了另一个上`,
  ),
  swapped: made("操作数颠倒", ({ where }) => `${where}两个操作数颠倒了`),
  star: made("np.dot 写成 *", ({ where }) => `${where} np.dot 写成了 *`),
  dot: made("* 写成 np.dot", ({ where }) => `${where} * 写成了 np.dot`),
  wrong_operand: made("用错了矩阵", ({ where }) => `${where}用了别的层的矩阵`),
  A_for_A_prev: made("A_prev 写成 A", ({ where }) => `${where} A[l-1] 写成了 A[l]`),
  X_for_A_prev: made("A_prev 写成 X", ({ where }) => `${where} A[l-1] 写成了 X`),
  Z_for_A_prev: made("A_prev 写成 Z", ({ where }) => `${where} A[l-1] 写成了 Z[l-1]`),
  dA_for_dZ: made("dZ 写成 dA", ({ where }) => `${where} dZ 写成了 dA`),
  bias_forgotten: made("漏了 b", ({ where }) => `${where}没有加 b`),
  max: made("np.maximum 写成 np.max", ({ where }) => `${where} np.maximum 写成了 np.max`),
  axis0: made("axis=1 写成 axis=0", ({ where }) => `${where}求和沿着列（axis=0），而不是沿着样本`),
  no_keepdims: made("漏了 keepdims", ({ where }) => `${where}漏了 keepdims=True`),
  no_axis: made(
    "np.sum 没写 axis",
    ({ where }) => `${where} np.sum 没写 axis，把所有项都加在了一起`,
  ),
  no_mean: made("漏了 1/m", ({ where }) => `${where}求和之后没有除以 m`),
  mean_doubled: made("除了两次 m", ({ where }) => `${where}求和之后除了两次 m`),
  mean_in_dA: made(
    "dA[L] 也除以 m",
    ({ where }) => `${where} dA[L] 也除以了 m（dW 和 db 里已经除过）`,
  ),
  mean_moved: {
    name: "1/m 放进 dA[L]",
    sentence: () =>
      "如果 1/m 放在 dA[L] 里，而不在 dW 和 db 里，就会得到你的这些数值。这不算错：dW 和 db 的结果相同。",
  },
  wrong_m: made("m 取错了", () => " m 取成了别的轴的长度，而不是样本个数"),
  derivative_missing: made("漏了 g'(Z)", ({ where }) => `${where} dA 没有乘以 g'(Z)`),
  derivative_of_A: made("g' 代入了 A", ({ where }) => `${where}导数 g' 代入的是 A，而不是 Z`),
  derivative_of_Z: made("该用 A 却用了 Z", ({ where }) => `${where}把 Z 代入了本该用 A 的导数公式`),
  wrong_derivative: made("导数用错", ({ where }) => `${where}用了别的函数的导数`),
  sign: made("符号相反", ({ where }) => `${where}符号反了`),
  sign_inside: made("其中一项符号相反", ({ where }) => `${where}两项之中有一项的符号反了`),
  dZ_for_dA: made(
    "dA[L] 写成 dZ[L]",
    () => " dA[L] 写成了 A[L] − Y（那已经是 dZ[L]，于是 sigmoid 的导数乘了两次）",
  ),
  log_base: made("对数的底不同", () => "成本里用的不是自然对数 np.log"),
  half_of_the_losses: made("损失只有一半", () => "成本里漏了损失两项中的一项"),
  update_sign: made("更新的符号相反", ({ where }) => `${where}更新量是加上去的，而不是减去`),
  update_missing: made("没有更新", ({ where }) => `${where}没有更新`),
  update_doubled: made("更新了两次", ({ where }) => `${where}更新了两次`),
  update_without_learning_rate: made("漏了学习率", ({ where }) => `${where}梯度没有乘以学习率`),
  update_in_backward: made(
    "更新得太早",
    () => " W 在反向途中就更新了，而下面一层的 dA 还要用到旧的 W",
  ),
  in_place_transpose: made("−= 用了转置", ({ where }) => `${where}减去的是梯度的转置`),
};
