class Shape:
    colour = 1

shape = Shape()
shape.color
