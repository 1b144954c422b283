/** What a message goes through: queues, busy and idle, replies, output to IOPub, interrupts, shutdown. Knows no feature. */
package org.picklejar.kernel.session;
