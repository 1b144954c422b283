package org.picklejar.text.xml;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a document declares. Parsers of external entities share it. */
public final class Dtd implements Serializable {
    private static final long serialVersionUID = 1;

    /** An entity. */
    static final class Entity implements Serializable {
        private static final long serialVersionUID = 1;
        final String name;
        final boolean isParameter;
        /** Whether it was declared in the document itself. */
        final boolean isInternal;
        /** Null for an external one. */
        String text;

        String base;
        String systemId;
        String publicId;
        String notation;
        boolean open;

        Entity(String name, boolean isParameter, boolean isInternal) {
            this.name = name;
            this.isParameter = isParameter;
            this.isInternal = isInternal;
        }
    }

    /**
     * An attribute with a default, or one whose values are tokens.
     *
     * @param value null for none
     */
    record Attribute(String name, boolean isText, String value) implements Serializable {}

    final Map<String, Entity> entities = new HashMap<>();
    final Map<String, Entity> parameters = new HashMap<>();
    /** For each element its declared attributes. */
    final Map<String, Map<String, Attribute>> attributes = new HashMap<>();
    /** Whether declarations are still taken: not behind a parameter entity that was not read. */
    boolean keepProcessing = true;

    boolean hasParameterReferences;
    boolean standalone;
    /** Set when a parameter entity has been read. */
    boolean parameterRead;

    Map<String, Attribute> attributesOf(String element) {
        return attributes.computeIfAbsent(element, k -> new LinkedHashMap<>());
    }
}
