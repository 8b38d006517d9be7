package org.parley.starter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.starter.outbox.OutboxEntry;
import org.parley.starter.outbox.OutboxFollower;
import org.springframework.stereotype.Component;

/** Notes what it follows; fails as often as it is told to. */
@Component
public class FollowedThings implements OutboxFollower {

    public static final String FOLLOWED = "org.parley.thing.followed.v1";

    public final List<Long> followed = new CopyOnWriteArrayList<>();
    public final AtomicInteger faults = new AtomicInteger();

    @Override
    public boolean follows(String type) {
        return type.equals(FOLLOWED);
    }

    @Override
    public void follow(String documentId, OutboxEntry entry) {
        if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("The other document can't be written");
        }
        followed.add(entry.sequence());
    }
}
