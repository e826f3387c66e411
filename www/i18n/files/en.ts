import { listIn, numberIn, shapeIn } from "./parts";
import type { FileTexts } from "./texts";

const KINDS = "a .h5, .npz, .npy, .csv or .tsv file";
const said = (wanted: string, got: string) => `Wanted ${wanted}, got ${got}.`;

export const files: FileTexts = {
  heading: "Open files",
  close: "Close",
  cancel: "Cancel",
  accept: "Train on this",
  files: {
    heading: "Found in the files",
    add: "Add another file…",
    addHint: "A test set, or Y beside X. Dropping and pasting work here too.",
    remove: (name) => `Remove ${name}`,
    reading: (name, done, of) => `Reading ${name}: ${done} of ${of}`,
    parsing: (name) => `Looking into ${name}…`,
    converting: (percent) => `Making the matrices: ${percent}`,
    waiting: (count) => `${count} more to read`,
    rows: (rows, columns) => `${rows} rows, ${columns} columns`,
    range: (min, max) => `${min} to ${max}`,
    notFinite: (count) => `${count} NaN, ∞ or empty`,
    pictures: (count, height, width, channels) =>
      `The first of ${count} pictures of ${height} × ${width} pixels in ${channels} channels`,
    more: (count) => `and ${count} more`,
    unusable: "cannot be used",
    refused: "Not opened",
    parameters: (name) =>
      `${name} holds parameters, not data: W1, b1, … of a network. It can be trained on from there.`,
    importParameters: "Import as parameters",
  },
  plan: {
    heading: "What it is",
    X: "X, the inputs",
    Y: "Y, the labels",
    test_X: "test X",
    test_Y: "test Y",
    none: "none",
    choose: "choose…",
    tableColumns: (table) => `${table}: its columns of numbers`,
    column: (column, table, classes) => `${column} in ${table}${classes && ` (${classes} values)`}`,
    whichColumns: (used, of) => `${used} of ${of} columns`,
    allNumbers: "all columns of numbers but the labels",
    examples: "An example is",
    along: { rows: "a row", columns: "a column" },
    flatten: "Flatten each picture into a column",
    scaling: "Scaling",
    scalings: { none: "none", "/255": "/ 255", standardise: "standardise" },
    positive: "Class 1 is",
    positiveFirst: "choose one…",
    first: "Only the first",
    ofAll: (m) => `of ${m} examples`,
    all: "all",
  },
  preview: {
    heading: "What will come",
    nothing: "Nothing yet.",
    test: "test",
    features: (names) => `features: ${names}`,
    standardised: "mean and standard deviation of each row, over the training set",
    range: (min, max) => `X ranges from ${min} to ${max} before scaling`,
    memory: (total) => `needs about ${total}`,
    network: (layersDims) => `layers_dims becomes ${layersDims}`,
  },
  place: {
    array: (name) => `array ${name}`,
    row: (row) => `row ${row}`,
    column: (column) => `column ${column}`,
    firstColumn: "without a name",
  },
  notes: {
    labels: (zero, one) => `The label “${zero}” becomes 0 and “${one}” becomes 1.`,
    one_against_rest: (one, rest) => `“${one}” becomes 1; all others (${rest}) become 0.`,
    index_column: (file, column) =>
      `${file}: the column ${column} only counts the rows and is left out.`,
    empty_columns: (file, columns) => `${file}: empty columns are left out: ${columns}.`,
    text_columns: (file, columns) => `${file}: columns of text are left out: ${columns}.`,
    no_header: (file) =>
      `${file}: the first line has numbers only, so there is no header and the columns are called 0, 1, …`,
    decimal_comma: (file) => `${file}: the comma was read as the decimal point.`,
    square: (m, along) =>
      `X has as many rows as columns (${m}); an example was taken to be ${along}.`,
    constant_features: (count) =>
      `${count} features are the same in every example: their deviation is taken as 1.`,
    first_examples: (used, of) => `Only the first ${used} of ${of} examples are used.`,
    one_test_class: (name) => `Every label of the test set is “${name}”.`,
    no_test_labels: (file, array) =>
      `${file}: ${array} looks like test inputs, but has no labels; it is left out.`,
    unscaled: (min, max) =>
      `The inputs go from ${min} to ${max} and are not scaled: training may not converge.`,
    unusable_arrays: (file, arrays) => `${file}: some arrays cannot be used: ${arrays}.`,
  },
  problems: {
    empty_file: (_, got) => `The file is empty: wanted ${KINDS}, got ${got}.`,
    truncated: (wanted, got) =>
      `It ends too early: wanted ${wanted}, got ${got}. Copy or download it once more.`,
    damaged: (wanted, got) => `It is damaged: wanted ${wanted}, got ${got}.`,
    html: () =>
      `This is a web page: wanted ${KINDS}, got HTML. Perhaps the page beside the data was saved, or a login was needed.`,
    compressed_file: (_, got) => `Wanted ${KINDS}, got ${got}.`,
    unknown_format: (_, got) => `Wanted ${KINDS}, got ${got}.`,
    too_large: (wanted, got) => `It takes too much memory: wanted ${wanted}, got ${got}.`,
    no_arrays: (wanted) => `Wanted ${wanted}, got a file without any.`,
    nothing_usable: (wanted, got) => `Wanted ${wanted}, got none that can: ${got}.`,
    ragged_row: (wanted, got) =>
      `Wanted ${numberIn(wanted)} cells, as in the first row, got ${got}.`,
    no_rows: () => "Wanted a table with rows, got none.",
    text_for_number: (_, got) => `Wanted a number, got the text ${got}.`,
    empty_cell: (_, got) =>
      `Wanted a number, got the empty cell ${got}. Fill it in, or leave out its row or column.`,
    object_array: (wanted) =>
      `Wanted ${wanted}, got Python objects, which only Python can read. Save it with a type of its own: X.astype(float).`,
    dtype: said,
    compression: (wanted, got) => `Compressed in an unknown way: wanted ${wanted}, got ${got}.`,
    newer_format: (wanted, got) =>
      `A newer kind of HDF5: wanted ${wanted}, got ${got}. Write it again with h5py.File(name, "w").`,
    not_finite: (_, got) => `Wanted finite numbers, got ${got}.`,
    shape: (wanted, got) => `Wanted ${wanted}, got shape ${got}.`,
    no_inputs: () => "Nothing here looks like inputs. Choose X, or add the file that holds it.",
    no_labels: () => "Nothing here looks like labels. Choose Y, or add the file that holds it.",
    no_such_file: (wanted, got) => `Wanted one of the files ${listIn(wanted)}, got ${got}.`,
    no_such_array: (wanted, got) => `Wanted one of the arrays ${listIn(wanted)}, got ${got}.`,
    no_such_column: (wanted, got) => `Wanted one of the columns ${listIn(wanted)}, got ${got}.`,
    no_columns: said,
    label_column_in_inputs: (_, got) =>
      `Wanted inputs without the labels, got the column ${got} in both.`,
    different_m: (wanted, got) =>
      `Wanted ${numberIn(wanted)} examples, as in Y, got ${numberIn(got)} in X of shape ${shapeIn(got)}.`,
    different_n0: (wanted, got) =>
      `Wanted ${numberIn(wanted)} features, as in the training set, got ${got}.`,
    one_class: (_, got) => `Wanted labels of two classes, got one only: ${got}.`,
    class_choice: (_, got) =>
      `Wanted two classes, got ${numberIn(got)}: ${listIn(got)}. Say which one is 1; all others become 0.`,
    no_such_class: (wanted, got) => `Wanted one of the classes ${listIn(wanted)}, got ${got}.`,
    first_examples: said,
    type: said,
    range: said,
    unexpected: said,
    image: () =>
      "Wanted data, got a picture. Drop it on the page by itself to see what the network says of it.",
    unreadable: () =>
      "Wanted a file that can be read, got a folder, or a file that is no longer as it was.",
    lost: () =>
      "Wanted a file that fits into memory; the trainer stopped while it was read. What you had goes on.",
  },
};
