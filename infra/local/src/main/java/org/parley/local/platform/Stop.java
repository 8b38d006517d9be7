package org.parley.local.platform;

/** Why a command can't do what was asked, in words for the person who typed it. */
final class Stop extends RuntimeException {

    private final String reason;

    Stop(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
