/** Which costs a notebook prints, and which of them are in sight. */

/** How many of so many costs are printed: those of the iterations 0, every, 2·every, … */
export function printedCount(costs: number, every: number): number {
  return Math.ceil(costs / every);
}

/** The lines to draw of a list that scrolls, from `first` up to `end`. */
export function linesInSight(
  { top, height }: { top: number; height: number },
  line: number,
  count: number,
): { first: number; end: number } {
  const first = Math.min(Math.max(0, Math.floor(top / line)), Math.max(0, count - 1));
  return { first, end: Math.min(count, first + Math.ceil(height / line) + 1) };
}

/** A list as it stands scrolled. */
export interface Scrolled {
  scrollTop: number;
  clientHeight: number;
  scrollHeight: number;
}

/** Whether a list stands at its end, to a pixel and a half: browsers round. */
export function isAtEnd({ scrollTop, clientHeight, scrollHeight }: Scrolled): boolean {
  return scrollTop + clientHeight >= scrollHeight - 1.5;
}

/** Whether a growing list follows its end: until somebody goes up in it, and again once they are back. */
export class Following {
  #top = 0;
  #isOn = true;

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Somebody is about to go up; where nothing can be scrolled that means nothing. */
  leave({ scrollTop }: Scrolled): void {
    if (scrollTop > 0) this.#isOn = false;
  }

  /** The page has put it there: a scroll that is told of later was not a person's. */
  putTo(top: number): void {
    this.#top = top;
  }

  /** It has scrolled. */
  scrolled(list: Scrolled): void {
    if (list.scrollTop < this.#top) this.#isOn = false;
    else if (list.scrollTop > this.#top && isAtEnd(list)) this.#isOn = true;
    this.#top = list.scrollTop;
  }

  /** Another list has begun. */
  restart(): void {
    this.#top = 0;
    this.#isOn = true;
  }
}
