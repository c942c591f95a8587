import { limitName, ungroupedName } from './contenders.js';
import type { Recorded } from './recorded.js';

/** docs/performance.svg: what a mutation costs at each, by LIMIT's, and where Billfold's microseconds go. */

const size = { width: 860, left: 210, right: 70, bar: 24, gap: 10, head: 64 };
const colours = ['#1f77b4', '#2ca02c', '#ff7f0e', '#9467bd', '#d62728', '#8c564b', '#e377c2', '#7f7f7f', '#bcbd22'];
/** A piece that is narrower has no room for its name. */
const narrow = 70;

export function picture({ date, node, contenders: all, pieces }: Recorded): string {
  const contenders = all.filter(({ name }) => name !== ungroupedName); // beside it, nothing else would be seen
  const step = size.bar + size.gap;
  const across = size.width - size.left - size.right;
  const largest = Math.max(...contenders.map(({ ratio }) => ratio));
  const bars = contenders.map(({ name, ratio }, index) => {
    const y = size.head + index * step;
    const width = Math.max(1, (ratio / largest) * across);
    const colour = name.startsWith('Billfold') ? '#1f77b4' : name === limitName ? '#555' : '#bbb';
    return [
      text(size.left - 10, y + 16, name, 'end'),
      `<rect x="${size.left}" y="${y}" width="${width.toFixed(1)}" height="${size.bar}" fill="${colour}"/>`,
      text(size.left + width + 6, y + 16, `${ratio.toFixed(2)}`),
    ].join('\n');
  });
  const below = size.head + contenders.length * step + 50;
  const whole = pieces.reduce((sum, { micros }) => sum + micros, 0);
  let x = 20;
  const stack = pieces.map(({ name, micros }, index) => {
    const width = (micros / whole) * (size.width - 40);
    const colour = colours[index % colours.length] ?? '';
    const parts = [`<rect x="${x.toFixed(1)}" y="${below}" width="${width.toFixed(1)}" height="40" fill="${colour}"/>`];
    if (width > narrow) parts.push(text(x + width / 2, below + 25, `${micros.toFixed(1)} µs`, 'middle', '#fff'));
    const [column, row] = [index % 3, Math.floor(index / 3)];
    const at = { x: 20 + column * 275, y: below + 66 + row * 24 };
    parts.push(`<rect x="${at.x}" y="${at.y - 12}" width="14" height="14" fill="${colour}"/>`);
    parts.push(text(at.x + 22, at.y, `${name}: ${micros.toFixed(1)} µs`));
    x += width;
    return parts.join('\n');
  });
  const height = below + (pieces.length === 0 ? 0 : 80 + Math.ceil(pieces.length / 3) * 24);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" font-family="sans-serif" font-size="14">
<rect width="100%" height="100%" fill="#fff"/>
${text(20, 28, 'CPU per mutation ÷ LIMIT (a program that does the same without GraphQL)', 'start', '#000', 'bold')}
${text(20, 48, `Node ${node}, ${date}; shorter is better`, 'start', '#555')}
${bars.join('\n')}
${pieces.length === 0 ? '' : text(20, below - 14, `Where Billfold’s ${whole.toFixed(0)} µs go`, 'start', '#000', 'bold')}
${stack.join('\n')}
</svg>
`;
}

function text(x: number, y: number, words: string, anchor = 'start', fill = '#000', weight = 'normal'): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}" fill="${fill}" font-weight="${weight}">${escaped}</text>`;
}
