"""Bit masks and backtracking: a sudoku."""

PUZZLE = '53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79'
HARD = '..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9'


class Board:
    def __init__(self, text):
        self.cells = [0] * 81
        self.rows = [0] * 9
        self.columns = [0] * 9
        self.boxes = [0] * 9
        self.tried = 0
        for i, c in enumerate(text):
            if c != '.':
                self.toggle(i, 1 << int(c))
                self.cells[i] = int(c)

    def toggle(self, i, bit):
        self.rows[i // 9] ^= bit
        self.columns[i % 9] ^= bit
        self.boxes[i // 27 * 3 + i % 9 // 3] ^= bit

    def free(self, i):
        return 0x3FE & ~(self.rows[i // 9] | self.columns[i % 9] | self.boxes[i // 27 * 3 + i % 9 // 3])

    def solve(self, limit):
        """Whether it is solved before so many digits were tried."""
        best = place = None
        for i in range(81):
            if not self.cells[i]:
                free = self.free(i)
                if best is None or free.bit_count() < best.bit_count():
                    best, place = free, i
                    if free.bit_count() < 2:
                        break
        if place is None:
            return True
        for digit in range(1, 10):
            if best >> digit & 1 and self.tried < limit:
                self.tried += 1
                self.cells[place] = digit
                self.toggle(place, 1 << digit)
                if self.solve(limit):
                    return True
                self.toggle(place, 1 << digit)
                self.cells[place] = 0
        return False


def run():
    easy, hard = Board(PUZZLE), Board(HARD)
    return easy.solve(10_000), ''.join(map(str, easy.cells[:9])), easy.tried, hard.solve(6000), hard.tried


EXPECTED = (True, '534678912', 51, False, 6000)
