package org.parley.enrollment.officers;

/** What a roster says of one officer. */
record RosterRow(String taxNumber, String name, Rank rank, String command, boolean nco) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "RosterRow[" + command + "]";
    }
}
