package org.picklejar.modules.decimal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.picklejar.text.decimal.Adjustment;
import org.picklejar.text.decimal.Arithmetic;
import org.picklejar.text.decimal.Decimal;
import org.picklejar.text.decimal.DecimalContext;
import org.picklejar.text.decimal.DigitOperations;
import org.picklejar.text.decimal.Functions;
import org.picklejar.text.decimal.Ordering;

/** The functions that are methods of both Decimal and Context, by name. */
final class NumberFunctions {
    static final Map<String, Operation.Unary> UNARY = new LinkedHashMap<>();
    static final Map<String, Operation.Binary> BINARY = new LinkedHashMap<>();

    static {
        UNARY.put("exp", Functions::exp);
        UNARY.put("ln", Functions::ln);
        UNARY.put("log10", Functions::log10);
        UNARY.put("next_minus", (a, c) -> Adjustment.next(a, false, c));
        UNARY.put("next_plus", (a, c) -> Adjustment.next(a, true, c));
        UNARY.put("normalize", Adjustment::normalize);
        UNARY.put("sqrt", Functions::sqrt);
        UNARY.put("logb", Adjustment::logb);
        UNARY.put("logical_invert", DigitOperations::invert);
        BINARY.put("compare", Ordering::compare);
        BINARY.put("compare_signal", Ordering::compareSignal);
        BINARY.put("max", (a, b, c) -> Ordering.extreme(a, b, true, false, c));
        BINARY.put("max_mag", (a, b, c) -> Ordering.extreme(a, b, true, true, c));
        BINARY.put("min", (a, b, c) -> Ordering.extreme(a, b, false, false, c));
        BINARY.put("min_mag", (a, b, c) -> Ordering.extreme(a, b, false, true, c));
        BINARY.put("next_toward", Adjustment::nextToward);
        BINARY.put("remainder_near", Arithmetic::remainderNear);
        BINARY.put("compare_total", (a, b, c) -> Ordering.decimal(Ordering.compareTotal(a, b)));
        BINARY.put("compare_total_mag", (a, b, c) -> Ordering.decimal(Ordering.compareTotalMagnitudes(a, b)));
        BINARY.put("copy_sign", (a, b, c) -> a.withSign(b.negative));
        BINARY.put("logical_and", logical((p, q) -> p && q));
        BINARY.put("logical_or", logical((p, q) -> p || q));
        BINARY.put("logical_xor", logical((p, q) -> p != q));
        BINARY.put("rotate", DigitOperations::rotate);
        BINARY.put("scaleb", Adjustment::scaleb);
        BINARY.put("shift", DigitOperations::shift);
    }

    private NumberFunctions() {}

    private static Operation.Binary logical(DigitOperations.Logical operation) {
        return (Decimal a, Decimal b, DecimalContext c) -> DigitOperations.logical(a, b, operation, c);
    }
}
