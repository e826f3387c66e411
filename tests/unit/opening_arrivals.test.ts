import { describe, expect, test } from "vitest";
import { filesOf, looksLikeTable, optionsOf, sorted, textFile } from "../../www/state/arrivals";

const file = (name: string, type = "") => new File(["content"], name, { type });

test("pictures go to the network, everything else to the readers", () => {
  const pictures = [file("cat.png", "image/png"), file("CAT.JPG"), file("photo", "image/heic")];
  const data = [file("x.h5"), file("x.npz"), file("x.csv", "text/csv"), file("x"), file("x.pdf")];
  expect(sorted([...pictures, ...data])).toEqual({ data, images: pictures });
  // Whatever the system says of it.
  expect(sorted([file("x.npy", "image/x-npy")]).images).toEqual([]);
});

describe("a text that looks like a table", () => {
  test.each([
    ["comma", "a,b\n1,2\n3,4\n"],
    ["tabs of a spreadsheet", "x\ty\r\n1\t2\r\n"],
    ["semicolons and decimal commas", "a;b\n1,5;2,5\n3,5;4,5"],
    ["quotes with commas in them", '"radius, mean",y\n1,2\n3,4'],
    ["a column of labels", "0\n1\n1\n0\n"],
    ["a column with a name", "label\n0\n1\n"],
    ["empty lines at its end", "a,b\n1,2\n\n\n"],
  ])("%s", (_, text) => {
    expect(looksLikeTable(text)).toBe(true);
  });

  test.each([
    ["nothing", ""],
    ["a word", "flower"],
    ["one line", "1,2,3"],
    ["prose", "Dear all,\nplease find the data below.\nBye"],
    ["what NumPy prints", "[[1, 2],\n [3, 4]]"],
    ["what NumPy writes", "array([[1, 2],\n       [3, 4]])"],
    ["lines of different length", "a,b\n1\n2,3,4"],
  ])("not %s", (_, text) => {
    expect(looksLikeTable(text)).toBe(false);
  });
});

test("pasted texts are files with names of their own", async () => {
  const taken = new Set<string>();
  for (const name of ["pasted.csv", "pasted-2.csv", "pasted-3.csv"]) {
    const made = textFile("a,b\n1,2", (one) => taken.has(one));
    expect(made.name).toBe(name);
    expect(await made.text()).toBe("a,b\n1,2");
    taken.add(made.name);
  }
});

describe("what a script gives", () => {
  const one = file("x.npy");
  const two = file("y.npy");
  const named = Object.assign(new Blob(["content"]), { name: "z.npy" });

  test("may be a file, or some of them", () => {
    expect(filesOf(one)).toEqual([one]);
    expect(filesOf([one, two])).toEqual([one, two]);
    expect(filesOf(new Set([one, two]))).toEqual([one, two]);
  });

  test("may be a blob with a name", async () => {
    const [made] = filesOf(named);
    expect(made).toBeInstanceOf(File);
    expect(made?.name).toBe("z.npy");
    expect(await made?.text()).toBe("content");
  });

  test.each([
    [undefined, /expected a File.*got undefined/],
    [null, /got null/],
    ["x.npy", /got "x.npy"/],
    [5, /got 5/],
    [{}, /got \[object Object\]/],
    [[], /at least one file, got none/],
    [[one, "y.npy"], /got "y.npy"/],
    [new Blob(["content"]), /a Blob without a name/],
  ])("%s is refused in words", (given, message) => {
    expect(() => filesOf(given)).toThrow(message);
    expect(() => filesOf(given)).toThrow(TypeError);
  });

  test.each([null, 5, "rows", [{ scaling: "none" }]])(
    "options %j are refused in words",
    (given) => {
      expect(() => optionsOf(given, ["scaling"])).toThrow(/options: expected an object, got/);
    },
  );
});

test("options have no other names than those that there are", () => {
  expect(optionsOf({ scaling: "none" }, ["scaling", "first"])).toEqual({ scaling: "none" });
  expect(() => optionsOf({ scale: 1 }, ["scaling", "first"])).toThrow(
    "options.scale: expected one of scaling, first, got scale",
  );
});
