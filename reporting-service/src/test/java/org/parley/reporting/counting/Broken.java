package org.parley.reporting.counting;

/** The process dies here. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
