package org.parley.faults.check;

/**
 * A promise that was not kept.
 *
 * @param rule the name of the rule
 * @param what a sentence with the ids it is about, and nothing personal
 */
public record Violation(String rule, String what) {

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
