/** 预测对话框的中文文本，首次打开时才加载。 */

import type { PredictionWords } from "./en";

export const words: PredictionWords = {
  heading: "预测",
  close: "关闭",
  train: "训练集",
  test: "测试集",
  accuracyOn: (set) => `${set}上的准确率`,
  wrong: (wrong, m, set) => `${set}的 ${m} 个样本中有 ${wrong} 个判错了。`,
  noneWrong: (m, set) => `${set}的 ${m} 个样本全部判对了。`,
  first: (count) => `这里显示前 ${count} 个。`,
  noTest: "没有测试集，因此这些都是网络训练时见过的样本。",
  refresh: "刷新",
  playing: "训练仍在进行：这是刚才那一刻的预测。",
  prediction: "预测：",
  class: "类别：",
  example: (index) => `样本 ${index}`,
  choose: (index) => `在每个矩阵中标出样本 ${index}`,
  index: "序号",
  label: "标签",
  digit: (digit) => `数字 ${digit}`,
  otherDigit: (digit) => `不是数字 ${digit}`,
  own: "用你自己的图片试试",
  ownHint:
    "选一张图片、粘贴一张，或者拖到这里。图片会取中间部分并缩放到网络的输入大小，不会离开本页面。",
  choosePicture: "选择图片……",
  yours: "你的图片",
  sees: (width, height) => `网络看到的：${width} × ${height}`,
  invert: "明暗互换",
  says: (name) => `网络判断为：${name}`,
  noPicture: (name, type) => `${name}：需要一张图片（PNG、JPEG、WebP、GIF），而不是 ${type}。`,
  damaged: (name) => `${name}：读不出这张图片，可能已损坏，或者浏览器不支持这种格式。`,
  noImageData: (name) =>
    `${name}：当前网络不是用图片训练的。请选择手写数字，或打开一个图片数据文件，然后再试。`,
  refused: (name, reason) => `${name}：${reason}`,
};
