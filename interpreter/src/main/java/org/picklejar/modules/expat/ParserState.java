package org.picklejar.modules.expat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.picklejar.core.Errors;

/** The state of a parser as bytes: its plain data, by Java's serialization, of which only the parser's own classes and collections are taken back. */
final class ParserState {
    private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter(
            "org.picklejar.text.xml.*;java.lang.*;java.io.Serializable;java.util.ArrayDeque;java.util.ArrayList;"
                    + "java.util.CollSer;java.util.HashMap;java.util.HashSet;java.util.LinkedHashMap;java.util.Map$Entry;maxdepth=1000000;!*");

    private ParserState() {}

    static byte[] write(Object o) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(o);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] state, Class<T> type) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(state))) {
            in.setObjectInputFilter(OURS);
            return type.cast(in.readObject());
        } catch (IOException | ClassNotFoundException | ClassCastException e) {
            throw Errors.valueError("the state of the parser is damaged");
        }
    }
}
