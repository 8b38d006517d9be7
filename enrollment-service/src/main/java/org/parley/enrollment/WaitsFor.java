package org.parley.enrollment;

/** What keeps a place in the line from being a seat. */
public enum WaitsFor {
    SEAT,
    COMMAND_CAP,
    BOROUGH_CAP
}
