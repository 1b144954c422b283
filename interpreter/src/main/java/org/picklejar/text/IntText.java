package org.picklejar.text;

import java.math.BigInteger;

/** The text forms of an int. */
public final class IntText {
    /** The limit of {@code sys.set_int_max_str_digits} at start-up. */
    public static final int DEFAULT_MAX_DIGITS = 4300;

    /** Digits up to which {@code new BigInteger(String)}, of quadratic time, beats the division into halves. */
    private static final int DIRECT_DIGITS = 300;

    private IntText() {}

    /**
     * The value of {@code int(text, base)}.
     *
     * @param base 2 to 36, or 0 to let the prefix tell
     * @param maxDigits the limit on digits of a base that is no power of two; 0 for none
     * @throws NumberFormatException with Python's message when the text is no such number
     */
    public static BigInteger parse(String text, int base, int maxDigits) {
        if (base != 0 && (base < 2 || base > 36)) {
            throw new IllegalArgumentException("int() base must be >= 2 and <= 36, or 0");
        }
        String s = DecimalText.normalize(text);
        int i = 0;
        int n = s.length();
        boolean negative = s.startsWith("-");
        if (negative || s.startsWith("+")) {
            i++;
        }
        int radix = base;
        int prefix = prefixBase(s, i);
        boolean zeroOnly = false;
        if (base == 0) {
            radix = prefix == 0 ? 10 : prefix;
            zeroOnly = prefix == 0 && i < n && s.charAt(i) == '0';
        }
        if (prefix != 0 && prefix == radix) {
            i += 2;
            if (i < n && s.charAt(i) == '_') {
                i++;
            }
        }
        char[] digits = new char[n - i];
        int count = 0;
        boolean digitBefore = false;
        for (; i < n; i++) {
            char c = s.charAt(i);
            if (c == '_' && digitBefore && i + 1 < n) {
                digitBefore = false;
                continue;
            }
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0 || zeroOnly && digit != 0) {
                throw invalid(text, base);
            }
            digits[count++] = c;
            digitBefore = true;
        }
        if (count == 0) {
            throw invalid(text, base);
        }
        if (maxDigits > 0 && count > maxDigits && (radix & radix - 1) != 0) {
            throw new NumberFormatException(
                    "Exceeds the limit (" + maxDigits + " digits) for integer string conversion: value has " + count
                            + " digits; use sys.set_int_max_str_digits() to increase the limit");
        }
        BigInteger value = fromDigits(digits, 0, count, radix);
        return negative ? value.negate() : value;
    }

    private static NumberFormatException invalid(String text, int base) {
        return new NumberFormatException("invalid literal for int() with base " + base + ": " + StringText.repr(text));
    }

    /** The base that a prefix 0x, 0o or 0b names, else 0. */
    private static int prefixBase(String s, int i) {
        if (i + 1 >= s.length() || s.charAt(i) != '0') {
            return 0;
        }
        switch (s.charAt(i + 1)) {
            case 'x':
            case 'X':
                return 16;
            case 'o':
            case 'O':
                return 8;
            case 'b':
            case 'B':
                return 2;
            default:
                return 0;
        }
    }

    /** The number that ASCII digits {@code from..to} stand for, in sub-quadratic time. */
    public static BigInteger fromDigits(char[] digits, int from, int to, int radix) {
        int length = to - from;
        if (length <= 12) {
            return BigInteger.valueOf(Long.parseLong(new String(digits, from, length), radix));
        }
        if (length <= DIRECT_DIGITS) {
            return new BigInteger(new String(digits, from, length), radix);
        }
        if ((radix & radix - 1) == 0) {
            return fromPowerOfTwo(digits, from, to, Integer.numberOfTrailingZeros(radix));
        }
        // Halves of DIRECT_DIGITS * 2^n digits, so that a few powers serve all of them.
        int levels = 0;
        while ((long) DIRECT_DIGITS << levels + 1 < length) {
            levels++;
        }
        BigInteger[] powers = new BigInteger[levels + 1];
        powers[0] = BigInteger.valueOf(radix).pow(DIRECT_DIGITS);
        for (int i = 1; i <= levels; i++) {
            powers[i] = powers[i - 1].multiply(powers[i - 1]);
        }
        return joined(digits, from, to, radix, powers, levels);
    }

    private static BigInteger joined(char[] digits, int from, int to, int radix, BigInteger[] powers, int level) {
        int low = DIRECT_DIGITS << Math.max(level, 0);
        if (to - from <= DIRECT_DIGITS) {
            return new BigInteger(new String(digits, from, to - from), radix);
        }
        if (to - from <= low) {
            return joined(digits, from, to, radix, powers, level - 1);
        }
        int middle = to - low;
        return joined(digits, from, middle, radix, powers, level - 1)
                .multiply(powers[level])
                .add(joined(digits, middle, to, radix, powers, level - 1));
    }

    private static BigInteger fromPowerOfTwo(char[] digits, int from, int to, int bitsPerDigit) {
        byte[] magnitude = new byte[(int) (((long) (to - from) * bitsPerDigit + 7) / 8) + 1];
        long bit = 0;
        for (int i = to - 1; i >= from; i--, bit += bitsPerDigit) {
            int shifted = Character.digit(digits[i], 36) << (int) (bit & 7);
            int at = magnitude.length - 1 - (int) (bit >>> 3);
            magnitude[at] |= (byte) shifted;
            if (shifted > 0xFF) {
                magnitude[at - 1] |= (byte) (shifted >> 8);
            }
        }
        return new BigInteger(1, magnitude);
    }

    /**
     * The digits of the value in a base of 2 to 36, lower case, without prefix.
     *
     * @param maxDigits the limit on digits of a base that is no power of two; 0 for none
     * @throws NumberFormatException with Python's message when there are more digits
     */
    public static String toText(BigInteger value, int base, int maxDigits) {
        if (value.bitLength() < 64) {
            return Long.toString(value.longValue(), base);
        }
        boolean limited = maxDigits > 0 && (base & base - 1) != 0;
        // A number of b bits has at least (b - 1) * log10(2) digits: do not spend time on what is surely too long.
        if (limited && base == 10 && (value.bitLength() - 1) * 0.30102999 > maxDigits) {
            throw tooLong(maxDigits);
        }
        String text = value.toString(base);
        if (limited && text.length() - (value.signum() < 0 ? 1 : 0) > maxDigits) {
            throw tooLong(maxDigits);
        }
        return text;
    }

    private static NumberFormatException tooLong(int maxDigits) {
        return new NumberFormatException("Exceeds the limit (" + maxDigits
                + " digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit");
    }
}
