/** Stackless: tasklets, channels, the scheduler. The behaviour is that of Stackless Python 3.8. */
package org.picklejar.tasklets;
