/** The text of SQL as SQLite reads it. */
package org.picklejar.text.sql;
