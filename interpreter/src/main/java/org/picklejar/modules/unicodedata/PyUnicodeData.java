package org.picklejar.modules.unicodedata;

import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.text.unicode.CharacterData;
import org.picklejar.text.unicode.OldUnicode;

/** The data of another version of Unicode: {@code unicodedata.ucd_3_2_0}. */
public final class PyUnicodeData extends PyObject {
    public static final PyType TYPE = PyType.builtin("UCD", PyUnicodeData.class, PyType.OBJECT)
            .inModule("unicodedata")
            .notSubclassable();
    static final PyUnicodeData V3_2 = new PyUnicodeData();

    final CharacterData data = OldUnicode.V3_2;

    private PyUnicodeData() {}

    @Override
    public PyType type() {
        return TYPE;
    }
}
