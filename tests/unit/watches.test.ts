import { effect } from "@preact/signals";
import { beforeEach, describe, expect, test } from "vitest";
import { Watches } from "../../www/state/watches";

/** A request at a size: the same one at another. */
interface Sized {
  name: string;
  size: number;
}

let watches: Watches<Sized, number>;
beforeEach(() => {
  watches = new Watches<Sized, number>(({ name }) => name);
});

const W = { name: "W", size: 1 };
const b = { name: "b", size: 1 };

describe("what is asked for", () => {
  test("nothing, where nothing is watched", () => {
    watches.answer(W);
    expect(watches.requests()).toEqual([]);
  });

  test("each that is watched, once, in the order in which it came", () => {
    watches.watch(W);
    watches.watch(b);
    watches.watch(W);
    expect(watches.requests()).toEqual([W, b]);
  });

  test("what is watched in two places, until both have ended", () => {
    const [one, other] = [watches.watch(W), watches.watch(W)];
    one();
    expect(watches.requests()).toEqual([W]);
    other();
    expect(watches.requests()).toEqual([]);
  });

  test("what is watched again after it ended", () => {
    watches.watch(W)();
    watches.requests();
    watches.watch(W);
    expect(watches.requests()).toEqual([W]);
  });

  test("the newest request of a key", () => {
    watches.watch(W);
    watches.watch({ ...W, size: 2 });
    expect(watches.requests()).toEqual([{ name: "W", size: 2 }]);
  });
});

describe("an answer", () => {
  test("is null until there is one", () => {
    expect(watches.answer(W).value).toBeNull();
  });

  test("is the same signal while it is watched, whoever asks", () => {
    watches.watch(W);
    const answer = watches.answer(W);
    watches.requests();
    watches.watch({ ...W, size: 2 });
    watches.clear();
    expect(watches.answer({ ...W, size: 3 })).toBe(answer);
  });

  test("is one signal from before it is watched", () => {
    const answer = watches.answer(W);
    watches.watch(W);
    watches.requests();
    expect(watches.answer(W)).toBe(answer);
  });

  test("stays while one of two places has ended", () => {
    const [one] = [watches.watch(W), watches.watch(W)];
    watches.answer(W).value = 7;
    one();
    watches.requests();
    expect(watches.answer(W).value).toBe(7);
  });

  test("is forgotten when nothing shows it any more and the next request goes out", () => {
    const end = watches.watch(W);
    watches.answer(W).value = 7;
    end();
    watches.requests();
    expect(watches.answers()).toEqual([]);
    expect(watches.answer(W).value).toBeNull();
  });

  test("stays where it leaves one place for another between two requests", () => {
    const end = watches.watch(W);
    watches.answer(W).value = 7;
    end();
    watches.watch(W);
    watches.requests();
    expect(watches.answer(W).value).toBe(7);
  });

  test("of one request is not that of another", () => {
    watches.watch(W);
    watches.watch(b);
    watches.answer(W).value = 7;
    expect(watches.answer(b).value).toBeNull();
  });
});

describe("all answers", () => {
  test("are those that there are, with their requests", () => {
    watches.watch(W);
    watches.watch(b);
    watches.answer(b).value = 7;
    expect(watches.answers()).toEqual([{ request: b, answer: 7 }]);
  });

  test("an answer of 0 is one", () => {
    watches.watch(W);
    watches.answer(W).value = 0;
    expect(watches.answers()).toEqual([{ request: W, answer: 0 }]);
  });

  test("are forgotten by clear, which goes on asking for them", () => {
    watches.watch(W);
    watches.answer(W).value = 7;
    watches.clear();
    expect(watches.answers()).toEqual([]);
    expect(watches.requests()).toEqual([W]);
  });

  test("that are forgotten are told to who shows them", () => {
    watches.watch(W);
    const answer = watches.answer(W);
    const shown: (number | null)[] = [];
    const end = effect(() => {
      shown.push(answer.value);
    });
    watches.answer(W).value = 7;
    watches.clear();
    end();
    expect(shown).toEqual([null, 7, null]);
  });
});
