const APART = 46;
const ROUNDS = 12;

/** Points on the screen, nudged until a finger fits between them; their order decides, so it is always the same. */
export function spread(points) {
  const moved = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS && nudge(moved); round += 1);
  return moved;
}

function nudge(points) {
  let again = false;
  points.forEach((one, index) => {
    for (const other of points.slice(index + 1)) {
      const [dx, dy] = [other.x - one.x, other.y - one.y];
      const distance = Math.hypot(dx, dy);
      if (distance >= APART - 0.5) continue;
      const [toX, toY] = distance ? [dx / distance, dy / distance] : [1, 0];
      const step = (APART - distance) / 2;
      one.x -= toX * step;
      one.y -= toY * step;
      other.x += toX * step;
      other.y += toY * step;
      again = true;
    }
  });
  return again;
}
