/** 与笔记本有关的中文文本：初始化预设、打印的成本、预测，以及导出。 */

import type { NotebookMessages } from "./en";

export const zhCN: NotebookMessages = {
  presets: {
    rules: {
      course: "initialize_parameters_deep：randn / sqrt(n_prev)",
      he: "initialize_parameters_he：randn * sqrt(2 / n_prev)",
      small: "initialize_parameters：randn * 0.01",
      zeros: "initialize_parameters_zeros",
      imported: "导入的参数（.npz）",
    },
    withSeed: (rule, seed) => `${rule}，种子 ${seed}`,
  },
  printed: {
    view: "成本的显示方式",
    views: { curve: "曲线", printed: "打印" },
    every: "每隔",
    everyHint: "每隔多少次迭代打印一次成本",
    style: "位数",
    styles: { full: "全部数字", six: "%f" },
    copy: "复制",
    list: "笔记本打印成本的样子",
    none: "还没有打印任何内容：先训练一次迭代。",
    costs: "打印的成本",
  },
  predictions: {
    open: "预测",
    openHint: "准确率，以及网络判错的样本",
    inFacts: (accuracy) => `测试 ${accuracy}`,
  },
  out: {
    menu: "笔记本",
    menuHint: "把这次训练带到你的笔记本里，或从那里导入参数",
    parameters: "参数",
    matrices: "全部矩阵",
    costs: "成本",
    script: "训练过程：NumPy 脚本",
    notebook: "训练过程：Jupyter 笔记本",
    network: "全部矩阵的图片",
    import: "导入参数",
    saved: (name) => `已保存 ${name}`,
    copied: (what) => `已复制 ${what}`,
    imported: (name) => `训练从 ${name} 的参数开始`,
    failed: (reason) => `没有成功：${reason}`,
    notComputed: (name) => `${name} 还没有算出来。`,
    tooLarge: (what) => `${what} 的元素太多，不适合粘贴。请改用“全部矩阵”（.npz）。`,
    noClipboard: "浏览器不允许本页面写入剪贴板。",
    dismiss: "知道了",
    copyMatrix: "复制为 np.array",
    copyMatrixHint: "复制为 np.array([[…]])，保留全部数字",
    picture: (of) => `保存图片：${of}`,
    pictures: { png: "PNG", svg: "SVG" },
    matrix: (symbol) => `矩阵 ${symbol}`,
    equation: "整个公式",
  },
};
