/** The test that finds the bug, and the same test on the repaired form. */
package org.example.pipeline;
