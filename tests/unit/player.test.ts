import { afterEach, describe, expect, test, vi } from "vitest";
import type { Player as PlayerOf } from "../../www/worker/player";

/**
 * A channel whose messages are one task each, as in a browser. Node's own hands up to a thousand over in one task, and
 * what they answer with them, so that no timer has its turn for seconds.
 */
class BrowserChannel {
  readonly port1: { onmessage: ((event: { data: unknown }) => void) | null } = { onmessage: null };
  readonly port2 = {
    postMessage: (data: unknown) => {
      setImmediate(() => this.port1.onmessage?.({ data }));
    },
  };
}

vi.stubGlobal("MessageChannel", BrowserChannel);
const { iterateTimes, Player } = await import("../../www/worker/player");

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until it is so; fails when it is not so in time. */
async function until(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 4000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not in 4 s: ${what}`);
    await sleep(1);
  }
}

/** Keeps the thread busy, as a long iteration does. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const players: PlayerOf[] = [];
afterEach(() => {
  for (const player of players.splice(0)) player.pause();
});

/** A player that counts its iterations and when they were. */
function counting(iterate: (count: number) => boolean = () => true) {
  const times: number[] = [];
  const player = new Player(() => {
    times.push(performance.now());
    return iterate(times.length);
  });
  players.push(player);
  return { player, times };
}

describe("Player", () => {
  test("it plays until it is paused", async () => {
    const { player, times } = counting();
    expect(player.playing).toBe(false);
    const played = player.play();
    expect(player.playing).toBe(true);
    await until(() => times.length > 100, "100 iterations");
    player.pause();
    const atPause = times.length;
    expect(player.playing).toBe(false);
    await played;
    await sleep(80);
    expect(times.length).toBe(atPause);
  });

  test("it can be played again", async () => {
    const { player, times } = counting();
    void player.play();
    await until(() => times.length > 10, "10 iterations");
    player.pause();
    await sleep(20);
    const atPause = times.length;
    void player.play();
    await until(() => times.length > atPause + 10, "10 iterations more");
  });

  test("it stops where an iteration says so", async () => {
    const { player, times } = counting((count) => count < 5);
    await player.play();
    expect(times.length).toBe(5);
    expect(player.playing).toBe(false);
  });

  test("what an iteration throws is thrown to whoever plays", async () => {
    const { player } = counting(() => {
      throw new Error("unreachable executed");
    });
    await expect(player.play()).rejects.toThrow("unreachable executed");
  });

  test("playing twice is playing once", async () => {
    const { player, times } = counting();
    player.setSpeed(20);
    void player.play();
    await player.play();
    await sleep(300);
    const elapsed = performance.now() - (times[0] ?? 0);
    expect(times.length).toBeLessThanOrEqual(1 + elapsed / 50);
  });

  test("a pause and a play at once leave one player playing", async () => {
    const { player } = counting();
    player.setSpeed(1);
    let ended = false;
    const first = player.play().then(() => {
      ended = true;
    });
    player.pause();
    void player.play();
    await until(() => ended, "the play before the pause resolves");
    await first;
    expect(player.playing).toBe(true);
  });

  test("requests have their turn while it plays as fast as it goes", async () => {
    const { player } = counting();
    void player.play();
    const sent = performance.now();
    for (let request = 0; request < 20; request += 1) await sleep(0);
    expect(performance.now() - sent).toBeLessThan(1000); // a slice of 5 ms each
  });
});

describe("the speed of a Player", () => {
  test("1 a second is one at once and no burst", async () => {
    const { player, times } = counting();
    player.setSpeed(1);
    const start = performance.now();
    void player.play();
    await sleep(500);
    expect(times.length).toBeGreaterThanOrEqual(1);
    expect(times.length).toBeLessThanOrEqual(1 + (performance.now() - start) / 1000);
  });

  test("it is never exceeded", async () => {
    const { player, times } = counting();
    player.setSpeed(100);
    void player.play();
    await until(() => times.length >= 40, "40 iterations at 100 a second");
    times.forEach((time, index) => {
      expect(time - (times[0] ?? 0)).toBeGreaterThanOrEqual(10 * index - 1);
    });
  });

  test("another one applies at once", async () => {
    const { player, times } = counting();
    player.setSpeed(0.01);
    void player.play();
    await until(() => times.length === 1, "the first iteration");
    player.setSpeed(Number.POSITIVE_INFINITY);
    await until(() => times.length > 1000, "1000 iterations");
    player.setSpeed(0.01);
    const atChange = times.length;
    await sleep(100);
    expect(times.length).toBeLessThanOrEqual(atChange + 1);
  });

  test("to change it does not make iterations of its own", async () => {
    const { player, times } = counting();
    player.setSpeed(1);
    void player.play();
    const start = performance.now();
    for (let change = 0; change < 60; change += 1) {
      player.setSpeed(1);
      await sleep(10);
    }
    // One at once, and one a second.
    const most = 2 + (performance.now() - start) / 1000;
    expect(times.length).toBeLessThanOrEqual(most);
  });

  test("what a slow network was behind is not made up for when it is fast", async () => {
    const slow = 30;
    const { player, times } = counting((count) => {
      if (count <= slow) work(10); // a tenth of what is due
      return true;
    });
    player.setSpeed(1000);
    void player.play();
    await until(() => times.length > slow, "the slow iterations");
    const fastSince = times[slow] ?? 0;
    await until(() => performance.now() > fastSince + 60, "60 ms");
    const burst = times.filter((time) => time >= fastSince && time < fastSince + 50).length;
    expect(burst).toBeLessThanOrEqual(80); // 50 are due
  });
});

describe("iterateTimes", () => {
  test("it calls n times", async () => {
    for (const n of [0, 1, 2, 1000, 200_000]) {
      let calls = 0;
      const iterate = () => {
        calls += 1;
      };
      expect(await iterateTimes(n, iterate, () => true)).toBe(n);
      expect(calls).toBe(n);
    }
  });

  test("it says how far it came when it was stopped", async () => {
    let calls = 0;
    let stopped = false;
    setTimeout(() => {
      stopped = true;
    }, 30);
    const iterate = () => {
      calls += 1;
    };
    const end = performance.now() + 2000; // for a thread that lets no timer have its turn
    const done = await iterateTimes(1e12, iterate, () => !stopped && performance.now() < end);
    expect(stopped).toBe(true);
    expect(done).toBe(calls);
    expect(done).toBeGreaterThan(0);
  });

  test("it does not begin where it must not", async () => {
    const done = await iterateTimes(
      5,
      () => expect.fail("an iteration"),
      () => false,
    );
    expect(done).toBe(0);
  });

  test("what an iteration throws is thrown", async () => {
    const iterate = () => {
      throw new Error("unreachable executed");
    };
    await expect(iterateTimes(2, iterate, () => true)).rejects.toThrow("unreachable executed");
  });
});
