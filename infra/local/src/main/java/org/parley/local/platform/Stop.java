package org.parley.local.platform;

/** Why a command can't do what was asked, in words for the person who typed it. */
final class Stop extends RuntimeException {

    Stop(String message) {
        super(message);
    }
}
