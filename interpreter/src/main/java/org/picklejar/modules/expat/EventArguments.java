package org.picklejar.modules.expat;

import java.io.Serializable;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.text.xml.ContentModel;
import org.picklejar.text.xml.XmlEvent;
import org.picklejar.text.xml.XmlEvent.Kind;

/** What handlers are called with. */
final class EventArguments {
    private EventArguments() {}

    static PyTuple of(PyXmlParser p, XmlEvent e) {
        Serializable[] a = e.args();
        if (e.kind() == Kind.StartElement) {
            String[] attributes = (String[]) a[1];
            int count = p.specifiedAttributes ? (Integer) a[2] : attributes.length;
            return PyTuple.of(p.name((String) a[0]), attributes(p, attributes, count));
        }
        boolean hasName = e.kind() != Kind.CharacterData
                && e.kind() != Kind.Comment
                && e.kind() != Kind.Default
                && e.kind() != Kind.DefaultHandlerExpand;
        PyObject[] out = new PyObject[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = a[i] instanceof String s && i == 0 && hasName ? p.name(s) : value(a[i]);
        }
        return PyTuple.of(out);
    }

    private static PyObject attributes(PyXmlParser p, String[] attributes, int count) {
        if (p.orderedAttributes) {
            PyObject[] items = new PyObject[count];
            for (int i = 0; i < count; i += 2) {
                items[i] = p.name(attributes[i]);
                items[i + 1] = PyStr.of(attributes[i + 1]);
            }
            return PyList.of(items);
        }
        PyDict d = new PyDict();
        for (int i = 0; i < count; i += 2) {
            d.put((PyStr) p.name(attributes[i]), PyStr.of(attributes[i + 1]));
        }
        return d;
    }

    private static PyObject value(Serializable v) {
        return v == null
                ? PySingleton.NONE
                : v instanceof Integer i ? PyInt.of(i) : v instanceof ContentModel m ? model(m) : PyStr.of((String) v);
    }

    private static PyObject model(ContentModel m) {
        PyObject[] children = new PyObject[m.children().size()];
        for (int i = 0; i < children.length; i++) {
            children[i] = model(m.children().get(i));
        }
        return PyTuple.of(
                PyInt.of(m.type()),
                PyInt.of(m.quantifier()),
                m.name() == null ? PySingleton.NONE : PyStr.of(m.name()),
                PyTuple.of(children));
    }
}
