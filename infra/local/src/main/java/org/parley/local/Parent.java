package org.parley.local;

import java.io.IOException;

/** The process that started this one and holds the other end of standard input. */
public final class Parent {

    private Parent() {}

    /** Ends this process when the parent is gone, even if it was killed: then standard input comes to its end. */
    public static void endWithIt() {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {}
            } catch (IOException gone) {
                // the same as the end
            }
            Runtime.getRuntime().exit(0);
        });
    }
}
