package org.parley.reporting.counting;

/**
 * The topic is not the one that was counted so far: it was made anew, and its offsets say nothing about what is in the
 * figures. Going on would count twice or not at all, so an operator has to decide.
 */
public final class UnknownTopic extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownTopic(String where, String known, String found) {
        super(where + " was fed from topic id " + known + ", but the broker's topic now has id " + found);
    }
}
