/** Programs that run on real time as they do in a simulation, and as CPython runs them. */
package dev.countermand.real;
