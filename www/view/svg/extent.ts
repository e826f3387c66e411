/** How much room the items of a picture take. */

import type { Box, Item } from "./scene";

/** The box around all items; an empty one at the origin where there are none. */
export function extentOf(items: Item[]): Box {
  const boxes = items.flatMap(boxOf);
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = boxes.reduce((least, box) => Math.min(least, box.x), Number.POSITIVE_INFINITY);
  const y = boxes.reduce((least, box) => Math.min(least, box.y), Number.POSITIVE_INFINITY);
  const right = boxes.reduce((most, box) => Math.max(most, box.x + box.width), x);
  const bottom = boxes.reduce((most, box) => Math.max(most, box.y + box.height), y);
  return { x, y, width: right - x, height: bottom - y };
}

/** A path has its extent from the group that it stands in. */
function boxOf(item: Item): Box[] {
  switch (item.kind) {
    case "path":
      return [];
    case "text": {
      const { font, length, text, x, y } = item;
      const width = length ?? 0.6 * font.size * text.length;
      return [{ x, y: y - font.size, width, height: 1.3 * font.size }];
    }
    case "group": {
      const { scale = { x: 1, y: 1 }, size } = item;
      const inside = size ? { x: 0, y: 0, ...size } : extentOf(item.items);
      return [
        {
          x: item.x + scale.x * inside.x,
          y: item.y + scale.y * inside.y,
          width: scale.x * inside.width,
          height: scale.y * inside.height,
        },
      ];
    }
    default:
      return [item];
  }
}
