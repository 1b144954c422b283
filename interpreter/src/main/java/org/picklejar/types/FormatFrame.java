package org.picklejar.types;

import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.FieldName;
import org.picklejar.ops.FormatMarkup;
import org.picklejar.ops.Items;
import org.picklejar.ops.Text;
import org.picklejar.ops.TextBuilder;
import org.picklejar.ops.Values;

/** {@code str.format} and {@code format_map}. */
public final class FormatFrame extends NativeFrame {
    /** What the value that comes next is. */
    private enum State {
        /** None: a new piece begins. */
        PIECE,
        /** The object that the field's name means so far. */
        OBJECT,
        /** The object behind a conversion. */
        CONVERTED,
        /** The formatted text. */
        FORMATTED
    }

    private enum Numbering {
        OPEN,
        AUTOMATIC,
        MANUAL
    }

    /** A format string in progress: the whole, or a specification that has fields. */
    private static final class Level {
        final PyStr text;
        final List<FormatMarkup.Piece> pieces;
        final TextBuilder out = new TextBuilder();
        int at;

        Level(PyStr text) {
            this.text = text;
            this.pieces = FormatMarkup.parse(text);
        }
    }

    /** Null for format_map. */
    private PyTuple args;

    private PyObject mapping;
    private Level outer;
    /** The specification that is being expanded, or null. */
    private Level inner;
    /** The object that waits for the specification. */
    private PyObject held;

    private FieldName name;
    private int nameAt;
    private State state = State.PIECE;
    private Numbering numbering = Numbering.OPEN;
    private int nextNumber;

    /** For unpickling. */
    public FormatFrame() {}

    FormatFrame(PyStr format, PyTuple args, PyObject mapping) {
        this.outer = new Level(format);
        this.args = args;
        this.mapping = mapping;
    }

    private Level level() {
        return inner != null ? inner : outer;
    }

    private FormatMarkup.Piece piece() {
        return level().pieces.get(level().at);
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case PIECE -> {
                    Level l = level();
                    if (l.at == l.pieces.size()) {
                        if (inner == null) {
                            return outer.out.toStr();
                        }
                        inner = null;
                        state = State.FORMATTED;
                        v = Text.format(x, held, l.out.toStr());
                    } else {
                        v = begin(x, l);
                    }
                }
                case OBJECT -> v = resolve(x, v);
                case CONVERTED -> v = format(x, v);
                case FORMATTED -> {
                    Level l = level();
                    l.out.append((PyStr) Values.payload(v));
                    l.at++;
                    state = State.PIECE;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private PyObject begin(Execution x, Level l) {
        FormatMarkup.Piece p = l.pieces.get(l.at);
        l.out.append(p.literal());
        if (p.error() != null) {
            throw Errors.valueError(p.error());
        }
        if (p.field() == null) {
            l.at++;
            return null;
        }
        name = FieldName.parse(p.field());
        nameAt = 0;
        state = State.OBJECT;
        PyObject first = name.first();
        boolean automatic = first == PyStr.EMPTY;
        if (!automatic && first instanceof PyStr) {
            if (mapping == null) {
                throw Errors.keyError(first);
            }
            return Items.get(x, mapping, first);
        }
        return argument(automatic ? number() : manual((PyInt) first));
    }

    private long number() {
        if (numbering == Numbering.MANUAL) {
            throw Errors.valueError("cannot switch from manual field specification to automatic field numbering");
        }
        numbering = Numbering.AUTOMATIC;
        return nextNumber++;
    }

    private long manual(PyInt i) {
        if (numbering == Numbering.AUTOMATIC) {
            throw Errors.valueError("cannot switch from automatic field numbering to manual field specification");
        }
        numbering = Numbering.MANUAL;
        return i.value;
    }

    private PyObject argument(long i) {
        if (args == null) {
            throw Errors.valueError("Format string contains positional fields");
        }
        if (i >= args.size()) {
            throw Errors.of(
                    ExceptionTypes.INDEX_ERROR, "Replacement index %d out of range for positional args tuple", i);
        }
        return args.get((int) i);
    }

    private PyObject resolve(Execution x, PyObject v) {
        if (nameAt < name.rest().size()) {
            FieldName.Step s = name.rest().get(nameAt++);
            return s.attribute() ? Attributes.get(x, v, (PyStr) s.key()) : Items.get(x, v, s.key());
        }
        state = State.CONVERTED;
        int c = piece().conversion();
        return switch (c) {
            case 0 -> v;
            case 'r' -> Text.repr(x, v);
            case 's' -> Text.str(x, v);
            case 'a' -> Text.ascii(x, v);
            default ->
                throw Errors.valueError(
                        c > 32 && c < 127
                                ? "Unknown conversion specifier " + (char) c
                                : "Unknown conversion specifier \\x" + Integer.toHexString(c));
        };
    }

    private PyObject format(Execution x, PyObject v) {
        FormatMarkup.Piece p = piece();
        if (!p.isNested()) {
            state = State.FORMATTED;
            return Text.format(x, v, p.spec());
        }
        if (inner != null) {
            throw Errors.valueError("Max string recursion exceeded");
        }
        held = v;
        inner = new Level(p.spec());
        state = State.PIECE;
        return null;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            args == null ? PySingleton.NONE : args,
            mapping == null ? PySingleton.NONE : mapping,
            pack(outer),
            pack(inner),
            held == null ? PySingleton.NONE : held,
            PyInt.of(nameAt),
            PyInt.of(state.ordinal()),
            PyInt.of(numbering.ordinal()),
            PyInt.of(nextNumber)
        };
    }

    private static PyObject pack(Level l) {
        return l == null ? PySingleton.NONE : PyTuple.of(l.text, PyInt.of(l.at), l.out.toStr());
    }

    private static Level unpack(PyObject o) {
        if (!(o instanceof PyTuple t)) {
            return null;
        }
        Level l = new Level((PyStr) t.get(0));
        l.at = integer(t.get(1));
        l.out.append((PyStr) t.get(2));
        return l;
    }

    private static int integer(PyObject o) {
        return (int) ((PyInt) o).value;
    }

    @Override
    public void restore(PyObject[] s) {
        args = s[0] == PySingleton.NONE ? null : (PyTuple) s[0];
        mapping = s[1] == PySingleton.NONE ? null : s[1];
        outer = unpack(s[2]);
        inner = unpack(s[3]);
        held = s[4];
        nameAt = integer(s[5]);
        state = State.values()[integer(s[6])];
        numbering = Numbering.values()[integer(s[7])];
        nextNumber = integer(s[8]);
        if (state == State.OBJECT) {
            name = FieldName.parse(piece().field());
        }
    }
}
