/** The module {@code _json}: the fast paths of json. */
package org.picklejar.modules.json;
