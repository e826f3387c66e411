/** What readers say of wanted and got in English, in Chinese; what is no English stays. */

const PHRASES: [RegExp, string][] = [
  [/^(\d+) bytes of data$/, "$1 字节数据"],
  [/^(\d+) bytes without it$/, "$1 字节，没有目录"],
  [/^(\d+) bytes$/, "$1 字节"],
  [/^an archive with its list of names at its end$/, "末尾带目录的压缩包"],
  [/^a whole header$/, "完整的文件头"],
  [/^a header of NumPy$/, "NumPy 的文件头"],
  [/^a valid HDF5 file$/, "有效的 HDF5 文件"],
  [/^a valid zip archive$/, "有效的 zip 压缩包"],
  [/^two axes, or to be flattened$/, "两个轴，或者勾选展平"],
  [/^two axes or more$/, "至少两个轴"],
  [/^at least one example and one feature$/, "至少一个样本和一个特征"],
  [/^labels of shape (.*), (\S+) or (.*)$/, "形状为 $1、$2 或 $3 的标签"],
  [/^a (PNG|JPEG|GIF) picture$/, "$1 图片"],
  [/^a RIFF file$/, "RIFF 文件"],
  [/^a PDF document$/, "PDF 文档"],
  [/^an old Office document: save it as \.csv$/, "旧版 Office 文档，请另存为 .csv"],
  [/^a spreadsheet: save it as \.csv$/, "电子表格，请另存为 .csv"],
  [
    /^a Python pickle: save its arrays with np\.savez$/,
    "Python 的 pickle，请用 np.savez 保存其中的数组",
  ],
  [/^an old MATLAB file: save it with -v7\.3$/, "旧版 MATLAB 文件，请用 -v7.3 保存"],
  [/^a pointer of Git LFS, not the file itself$/, "Git LFS 的指针，不是文件本身"],
  [/^text$/, "文字"],
  [/^a record of several fields$/, "由几个字段组成的记录"],
  [/^something else, beginning with the bytes (.*)$/, "别的内容，开头的字节是 $1"],
  [/^a file packed by (.*): unpack it first$/, "用 $1 打包的文件，请先解压"],
  [/^at most (.*)$/, "最多 $1"],
  [/^more than can be counted$/, "多得数不清"],
  [/^a whole number from (\d+) to (\d+)$/, "$1 到 $2 之间的整数"],
  [/^(\S+) at (\[.*\])$/, "$1，位置 $2"],
];

/** A part of a problem as it is said in Chinese. */
export function phrase(text: string): string {
  const known = PHRASES.find(([pattern]) => pattern.test(text));
  return known ? text.replace(known[0], known[1]) : text;
}
