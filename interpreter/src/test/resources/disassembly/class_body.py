class Point(Base, metaclass=Meta):
    """A point."""
    x: int = 0
    __slots__ = ('y',)

    def norm(self):
        return super().norm() + self.x
