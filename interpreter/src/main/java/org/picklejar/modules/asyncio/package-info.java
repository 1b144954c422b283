/**
 * Futures and tasks of asyncio. CPython: Modules/_asynciomodule.c. What is rare of them, and shows errors, is in Python ({@code
 * builtin_modules/_asyncio.py}).
 */
package org.picklejar.modules.asyncio;
