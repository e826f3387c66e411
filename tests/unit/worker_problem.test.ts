import { describe, expect, test } from "vitest";
import { reply, WorkerProblem } from "../../www/worker/problem";

const PROBLEM = {
  kind: "whole_range",
  field: "seed",
  wanted: "0–4294967295",
  got: "-1",
  message: "seed: expected a whole number from 0 to 4294967295, got -1",
};

const throwing = (thrown: unknown) => () => {
  throw thrown;
};

describe("reply", () => {
  test.each([1, "text", null, undefined, { a: [1] }])("%j is replied as it is", async (value) => {
    expect(await reply(() => value)).toEqual({ ok: true, value });
    expect(await reply(async () => value)).toEqual({ ok: true, value });
  });

  test("a problem of the wasm module becomes data", async () => {
    expect(await reply(throwing(PROBLEM))).toEqual({ ok: false, problem: PROBLEM });
    expect(await reply(() => Promise.reject(PROBLEM))).toEqual({ ok: false, problem: PROBLEM });
  });

  test("a problem of the worker becomes data that can be sent", async () => {
    const thrown = new WorkerProblem("number", "speed", "a number greater than 0", "-1");
    const answer = await reply(throwing(thrown));
    expect(answer).toEqual({
      ok: false,
      problem: {
        kind: "number",
        field: "speed",
        wanted: "a number greater than 0",
        got: "-1",
        message: "speed: expected a number greater than 0, got -1",
      },
    });
    expect(answer.ok || Object.getPrototypeOf(answer.problem)).toBe(Object.prototype);
    expect(structuredClone(answer)).toEqual(answer);
  });

  test("of a problem in a file, its place in it crosses, too", async () => {
    const place = { file: "a.csv", array: "a", row: 3, column: "x", classes: [] };
    const answer = await reply(throwing({ ...PROBLEM, ...place }));
    expect(answer).toEqual({ ok: false, problem: { ...PROBLEM, ...place } });
  });

  test("nothing but the five parts crosses", async () => {
    const answer = await reply(throwing({ ...PROBLEM, secret: () => {} }));
    expect(answer).toEqual({ ok: false, problem: PROBLEM });
  });

  test.each([
    ["a trap", new WebAssembly.RuntimeError("unreachable executed")],
    ["an error of the program", new TypeError("x is not a function")],
    ["a text", "boom"],
    ["nothing", undefined],
    ["null", null],
    ["an object without a kind", { message: "boom" }],
  ])("%s is no problem of the request: it goes on", async (_, thrown) => {
    await expect(reply(throwing(thrown))).rejects.toBe(thrown);
    await expect(reply(() => Promise.reject(thrown))).rejects.toBe(thrown);
  });
});
