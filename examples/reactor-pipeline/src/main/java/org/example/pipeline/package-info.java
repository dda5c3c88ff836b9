/** The code under test of an example: one class with a bug, and its repaired form. */
package org.example.pipeline;
