package org.picklejar.text.xml;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.picklejar.text.xml.XmlEvent.Kind;
import org.picklejar.text.xml.XmlParser.Source;

/** The prefixes that are bound. */
final class Namespaces implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final String OF_URI = "-._~:/?#[]@!$&'()*+,;=%";

    private final XmlParser p;
    /** For each prefix what it is bound to, the last binding at the end. The default has the empty prefix; what is not bound the empty text. */
    private final Map<String, ArrayList<String>> bindings = new LinkedHashMap<>();

    Namespaces(XmlParser parser) {
        p = parser;
        if (parser.namespaces) {
            set("xml", XML);
        }
    }

    void set(String prefix, String uri) {
        bindings.computeIfAbsent(prefix, k -> new ArrayList<>()).add(uri);
    }

    private String uri(String prefix) {
        List<String> all = bindings.get(prefix);
        return all == null || all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    /** The bindings in effect, as texts. */
    List<String> context() {
        List<String> parts = new ArrayList<>();
        for (String prefix : bindings.keySet()) {
            if (!uri(prefix).isEmpty()) {
                parts.add(prefix + "=" + uri(prefix));
            }
        }
        return parts;
    }

    /** The prefix that an attribute of this name declares, null for an ordinary attribute. */
    String declared(String name) {
        if (!p.namespaces || !name.startsWith("xmlns")) {
            return null;
        }
        return name.length() == 5 ? "" : name.charAt(5) == ':' ? name.substring(6) : null;
    }

    void bind(String prefix, String uri, List<String> bound) {
        if (uri.isEmpty() && !prefix.isEmpty()) {
            throw new XmlException(XmlError.UNDECLARING_PREFIX);
        }
        if (prefix.equals("xmlns")) {
            throw new XmlException(XmlError.RESERVED_PREFIX_XMLNS);
        }
        boolean isXml = prefix.equals("xml");
        if (isXml != uri.equals(XML)) {
            throw new XmlException(isXml ? XmlError.RESERVED_PREFIX_XML : XmlError.RESERVED_NAMESPACE_URI);
        }
        if (uri.equals(XMLNS)) {
            throw new XmlException(XmlError.RESERVED_NAMESPACE_URI);
        }
        char c = p.separator;
        boolean mayBeInUri = c < 0x80 && Character.isLetterOrDigit(c) || OF_URI.indexOf(c) >= 0;
        if (c != 0 && !mayBeInUri && uri.indexOf(c) >= 0) {
            throw new XmlException(XmlError.SYNTAX);
        }
        set(prefix, uri);
        bound.add(prefix);
        if (p.has(Kind.StartNamespaceDecl)) {
            p.emit(Kind.StartNamespaceDecl, prefix.isEmpty() ? null : prefix, uri.isEmpty() ? null : uri);
        }
    }

    /** @param s where the element ends that was empty, null for others */
    void unbind(List<String> bound, Source s) {
        for (int i = bound.size() - 1; i >= 0; i--) {
            String prefix = bound.get(i);
            if (p.has(Kind.EndNamespaceDecl)) {
                String name = prefix.isEmpty() ? null : prefix;
                if (s == null) {
                    p.emit(Kind.EndNamespaceDecl, name);
                } else {
                    p.emitAt(s, s.at, Kind.EndNamespaceDecl, name);
                }
            }
            List<String> all = bindings.get(prefix);
            all.remove(all.size() - 1);
        }
    }

    private String expanded(String uri, String local, String prefix) {
        String between = p.separator == 0 ? "" : String.valueOf(p.separator);
        String name = uri + between + local;
        return p.namespacePrefixes && !prefix.isEmpty() && p.separator != 0 ? name + between + prefix : name;
    }

    String element(String raw) {
        if (!p.namespaces) {
            return raw;
        }
        int colon = raw.indexOf(':');
        String prefix = colon < 0 ? "" : raw.substring(0, colon);
        String uri = uri(prefix);
        if (uri.isEmpty()) {
            if (colon >= 0) {
                throw new XmlException(XmlError.UNBOUND_PREFIX);
            }
            return raw;
        }
        return expanded(uri, raw.substring(colon + 1), prefix);
    }

    /** Expands the names of attributes in a list of names and values. */
    void expand(List<String> attributes) {
        if (!p.namespaces) {
            return;
        }
        Set<String> seen = null;
        for (int i = 0; i < attributes.size(); i += 2) {
            String raw = attributes.get(i);
            int colon = raw.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String prefix = raw.substring(0, colon);
            String uri = uri(prefix);
            if (uri.isEmpty()) {
                throw new XmlException(XmlError.UNBOUND_PREFIX);
            }
            String local = raw.substring(colon + 1);
            seen = seen == null ? new HashSet<>() : seen;
            if (!seen.add(uri + "\n" + local)) {
                throw new XmlException(XmlError.DUPLICATE_ATTRIBUTE);
            }
            attributes.set(i, expanded(uri, local, prefix));
        }
    }
}
