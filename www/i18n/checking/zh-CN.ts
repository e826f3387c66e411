/** 核对数值的面板，简体中文。 */

import { mistakes } from "./mistakes.zh-CN";
import type { CheckingTexts } from "./texts";

const number = (count: number) => count.toLocaleString("zh-CN");
const NAMES = {
  agrees: "一致",
  differs: "不同",
  wrong_shape: "形状不对",
  not_computed: "尚未计算",
  unrecognised: "认不出",
};

export const checking: CheckingTexts = {
  heading: "核对我的数值",
  close: "关闭",
  input: {
    label: "把笔记本打印的内容贴在这里：一个或多个数组，有没有名字都行",
    placeholder: "dW2 = [[ 0.0412 -0.173 ]\n [ 0.5 …",
    hint: "print、repr、np.array([[…]])、字典或打印的成本都可以；四舍五入过、或被 NumPy 用 … 省略过也没关系。核对时训练会暂停，其他一切不变。",
    check: "核对",
    checking: "正在核对……",
    example: "示例",
    choose: "选择 .npz、.npy……",
    chooseLabel: "选择存有数组的文件",
    clear: "清空",
    file: (name) => `${name} 中的数组`,
    longText: (characters) => `一段 ${number(characters)} 个字符的长文本`,
    remove: "不用它",
  },
  problems: {
    empty: "还没有可核对的内容。请粘贴笔记本打印的数值，或拖入 .npz、.npy 文件。",
    too_long: "文本太长，一次核对不完。请用 np.savez 保存这些数组，再把 .npz 拖到这里。",
    no_numbers_file: "这里只能核对 .npz、.npy 和纯文本。",
    no_arrays: "这个文件里没有数值数组。",
    unreadable: "文件读不出来（可能已被移动）。请重新选择。",
    lost: "核对中断了。文本还在，请再核对一次。",
    place: (line, column) => `第 ${line} 行第 ${column} 列`,
    text: {
      nothing: (_, got) => `没有找到 NumPy 打印的数组或数字。文本开头是 ${got}。`,
      number: (_, got) => `这里应该是一个数，却是 ${got}。`,
      ragged: (wanted, got) => `第一行有 ${wanted} 项，这一行却有 ${got} 项。`,
      abbreviation: () => "这一行用 … 省略的位置与第一行不同。",
      unclosed: () => "从这里开始的数组没有结束，缺少 ]。是否没有复制完整？",
      axes: (_, got) => `这里开始的数组有 ${got} 个轴，而矩阵只有两个。`,
      file_axes: (name, shape) => `${name} 的形状是 (${shape})，而矩阵只有两个轴。`,
      shape: (wanted, got) => `注明的形状是 ${wanted}，而各项的形状是 ${got}。`,
    },
  },
  result: {
    heading: "核对结果",
    summary: (counts) => {
      const statuses = Object.keys(NAMES) as (keyof typeof NAMES)[];
      const parts = statuses.flatMap((status) =>
        counts[status] > 0 ? [`${number(counts[status])} 个${NAMES[status]}`] : [],
      );
      return `${parts.join("，")}。`;
    },
    nothing: "没有可比较的内容。",
    at: (iterations) => `与页面完成 ${number(iterations)} 次迭代时的数值比较。`,
    underWay: (iterations, done, all) =>
      `与页面完成 ${number(iterations)} 次迭代、下一次迭代已做 ${done} / ${all} 步运算时的数值比较。`,
    movedOn: "之后页面又往前走了。",
    again: "再核对一次",
    ofFile: (name) => `来自 ${name}。`,
    more: (count) => `再显示 ${number(count)} 个数组`,
  },
  array: {
    unnamed: (index) => `数组 ${index}`,
    atLine: (line) => `第 ${number(line)} 行`,
    costs: "各次成本",
    takenFor: "对应",
    foundBy: { name: "按名字找到", value: "按数值找到" },
    others: (list) => `也可能是 ${list}。`,
    other: (symbol, agreeing, entries) => `${symbol}（${entries} 项中 ${agreeing} 项一致）`,
    statuses: NAMES,
    agrees: (entries) =>
      entries === 1
        ? "打印出的每一位都一致。"
        : `全部 ${number(entries)} 项，打印出的每一位都一致。`,
    differs: (differing, entries, largest) =>
      entries === 1
        ? `相差 ${largest}。`
        : `${number(entries)} 项中有 ${number(differing)} 项不同，最多相差 ${largest}。`,
    wrongShape: (got, wanted) => `形状是 ${got}，应为 ${wanted}。`,
    arrangements: {
      transposed: {
        right: "数值是对的，只是转置了。",
        wrong: (differing, entries) =>
          `即使当作转置来看，${number(entries)} 项中也有 ${number(differing)} 项不同。`,
      },
      flattened: {
        right: "数值是对的，顺序也对，只是轴不同。",
        wrong: (differing, entries) =>
          `按顺序逐项比较，${number(entries)} 项中有 ${number(differing)} 项不同。`,
      },
    },
    notLaid: "因此无法逐项比较。",
    notComputed: "页面上的训练还没有到这些迭代。请继续训练，再来核对。",
    unrecognised: (shape) =>
      `这个网络里没有叫这个名字、或形状为 ${shape} 的矩阵。请在前面写上名字，例如 dW2 = [[…]]。`,
    entries: (count) => `全部 ${number(count)} 项`,
    firstDifferences: (count) => `最先出现的 ${count} 处不同`,
    grid: (symbol) => `${symbol} 打印出的各项，用方向键逐项查看`,
    pointAt: "把指针移到某一项上、点按它，或用方向键查看。",
    pasted: "你的",
    expected: "页面",
    difference: "相差",
    agreesHere: "一致",
    differsHere: "不同",
    place: "位置",
    iteration: "迭代",
    rowsLeftOut: "被 NumPy 省略",
  },
  diagnosis: {
    one: "这些数值是怎么来的",
    several: (count) => `以下 ${count} 种情况，任何一种都恰好得到这些数值`,
    sameAs: (name) => `和 ${name} 是同一个错误。`,
    wrong: "错误",
    right: "正确",
    since: {
      start: "从第一次迭代起，每次都是如此。",
      iteration: "只在这一次迭代如此，之前都是对的。",
    },
    explains: (explained, differing) => `${differing} 个不同的数组中，它能解释 ${explained} 个。`,
    inconsistent: "不过，若真是这样，这里有一致的数组就不该一致。",
    none: "已知的错误都得不到这些数值。",
    noneTried: "试过的错误都得不到这些数值。",
    first: (place, pasted, expected) =>
      `第一处不同是 ${place}：你的是 ${pasted}，页面是 ${expected}。`,
    showEquation: (symbol) => `看 ${symbol} 的公式`,
    given: "X 和 Y 是数据本身：请对照数据的读取方式。",
    untried: (count) =>
      `有 ${number(count)} 种错误只在这一次迭代里试过：若从第一次迭代试起，耗时太长。`,
    where: (lines, layers) => {
      const at = layers.length === 0 ? "" : `第 ${layers.join("、")} 层`;
      return `在${at} ${lines.join("、")} ${lines.length === 1 ? "那一行" : "那几行"}，`;
    },
  },
  mistakes,
};
