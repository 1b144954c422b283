package org.picklejar.modules.string;

import org.picklejar.core.Execution;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.FieldName;
import org.picklejar.ops.FormatMarkup;
import org.picklejar.ops.Values;

/** The module {@code _string}. */
public final class StringModule {
    private StringModule() {}

    public static PyModule create(Execution x) {
        return new ModuleBuilder("_string")
                .function(
                        "formatter_parser(string, /)",
                        s -> PieceIterator.ofPieces(FormatMarkup.parse(Values.str(s, "format string"))))
                .function("formatter_field_name_split(string, /)", StringModule::split)
                .function("_pieces(items, error, /)", PieceIterator::of)
                .build();
    }

    private static PyObject split(PyObject name) {
        FieldName f = FieldName.parse(Values.str(name, "field name"));
        return PyTuple.of(f.first(), PieceIterator.ofSteps(f.rest()));
    }
}
