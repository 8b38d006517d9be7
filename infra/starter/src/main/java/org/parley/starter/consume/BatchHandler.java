package org.parley.starter.consume;

import java.util.List;

/** Works off the records of one poll. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Must be idempotent: the same records may come again, in other portions. A poll can mix partitions.
     *
     * @return those that can never work; everything else is done when this returns
     * @throws RuntimeException for a fault that may pass: the same poll is run again, later and in order
     */
    List<Refusal> handle(List<Received> records);

    /** Everything of this poll is done, its dead letters included: whoever keeps a cursor of its own may move it. */
    default void settled(List<Received> records) {}
}
