package org.picklejar.text.decimal;

/** How a coefficient that is too long is shortened. */
public enum Rounding {
    UP,
    DOWN,
    CEILING,
    FLOOR,
    HALF_UP,
    HALF_DOWN,
    HALF_EVEN,
    ZERO_FIVE_UP;

    /** What was cut off, compared with half a unit of the last digit that is kept. */
    enum Rest {
        NONE,
        BELOW_HALF,
        HALF,
        ABOVE_HALF;

        /** Of a rest that there is.
         * @param order how it compares with half a unit */
        static Rest compared(int order) {
            return order < 0 ? BELOW_HALF : order == 0 ? HALF : ABOVE_HALF;
        }
    }

    /** @return whether the magnitude is to be incremented
     * @param last the last digit that is kept */
    boolean increments(boolean negative, int last, Rest rest) {
        if (rest == Rest.NONE) {
            return false;
        }
        return switch (this) {
            case UP -> true;
            case DOWN -> false;
            case CEILING -> !negative;
            case FLOOR -> negative;
            case HALF_UP -> rest != Rest.BELOW_HALF;
            case HALF_DOWN -> rest == Rest.ABOVE_HALF;
            case HALF_EVEN -> rest == Rest.ABOVE_HALF || rest == Rest.HALF && (last & 1) == 1;
            case ZERO_FIVE_UP -> last == 0 || last == 5;
        };
    }

    /** Whether {@link #increments} depends on the last digit. */
    boolean asksLastDigit(Rest rest) {
        return this == HALF_EVEN && rest == Rest.HALF || this == ZERO_FIVE_UP && rest != Rest.NONE;
    }

    /** @return whether what is beyond the largest number becomes that number, and not infinity */
    boolean staysFinite(boolean negative) {
        return switch (this) {
            case DOWN, ZERO_FIVE_UP -> true;
            case CEILING -> negative;
            case FLOOR -> !negative;
            default -> false;
        };
    }
}
