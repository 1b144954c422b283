/** The modules {@code math} and {@code cmath}. */
package org.picklejar.modules.math;
