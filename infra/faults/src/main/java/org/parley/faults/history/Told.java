package org.parley.faults.history;

/** How a deed ended for the client that did it. */
public enum Told {
    /** Acknowledged: 2xx, or the broker's acknowledgement. It must have happened. */
    DONE,
    /** Refused with 4xx, and no earlier attempt was left without an answer: it must not have happened. */
    REFUSED,
    /** The last answer was none, 5xx, or a 4xx after an attempt without an answer: it may have happened. */
    UNCERTAIN
}
