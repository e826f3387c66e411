import { expect, test } from "vitest";
import { latest } from "../../www/ui/shared/latest";

/** Work that lasts until it is told to end. */
function heldWork() {
  const begun: number[] = [];
  let end: { resolve: () => void; reject: (error: Error) => void } | null = null;
  const work = (value: number) => {
    expect(end, "one call at a time").toBeNull();
    begun.push(value);
    return new Promise<void>((resolve, reject) => {
      end = { resolve, reject };
    });
  };
  const finish = async (error?: Error) => {
    const ending = end;
    end = null;
    if (error) ending?.reject(error);
    else ending?.resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { begun, work, finish };
}

test("a value that comes alone is worked on at once", () => {
  const { begun, work } = heldWork();
  latest(work)(1);
  expect(begun).toEqual([1]);
});

test("of the values that come meanwhile only the newest is worked on", async () => {
  const { begun, work, finish } = heldWork();
  const call = latest(work);
  for (const value of [1, 2, 3, 4]) call(value);
  expect(begun).toEqual([1]);
  await finish();
  expect(begun).toEqual([1, 4]);
  for (const value of [5, 6]) call(value);
  await finish();
  expect(begun).toEqual([1, 4, 6]);
  await finish();
  expect(begun).toEqual([1, 4, 6]);
});

test("after a pause it works again", async () => {
  const { begun, work, finish } = heldWork();
  const call = latest(work);
  call(1);
  await finish();
  call(1);
  expect(begun).toEqual([1, 1]);
});

test("undefined and null are values too", async () => {
  const begun: unknown[] = [];
  const call = latest(async (value: unknown) => {
    begun.push(value);
  });
  call(undefined);
  call(null);
  await new Promise((resolve) => setTimeout(resolve));
  expect(begun).toEqual([undefined, null]);
});

test("two of them do not wait for each other", () => {
  const [one, other] = [heldWork(), heldWork()];
  latest(one.work)(1);
  latest(other.work)(2);
  expect([one.begun, other.begun]).toEqual([[1], [2]]);
});

test("work that fails takes no later value with it", async () => {
  const { begun, work, finish } = heldWork();
  const call = latest(work);
  // The promise of the first call is the one that rejects.
  const first = Promise.resolve(call(1) as unknown).catch(() => {});
  call(2);
  await finish(new Error("refused"));
  expect(begun).toEqual([1, 2]);
  await finish();
  await first;
  call(3);
  expect(begun).toEqual([1, 2, 3]);
});
