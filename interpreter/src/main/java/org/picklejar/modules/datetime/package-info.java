/** The module {@code _datetime}. CPython: Modules/_datetimemodule.c. */
package org.picklejar.modules.datetime;
