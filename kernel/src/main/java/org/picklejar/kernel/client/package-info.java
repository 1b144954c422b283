/** A front end without a screen: starts a kernel, drives it over ZeroMQ, and runs notebooks as front ends do. */
package org.picklejar.kernel.client;
