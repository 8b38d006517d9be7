package org.parley.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.starter.consume.BatchHandler;
import org.parley.starter.consume.EventJson;
import org.parley.starter.consume.Received;
import org.parley.starter.consume.Refusal;
import org.parley.starter.consume.Refused;
import org.springframework.stereotype.Component;

/** Notes what it hears; refuses what it can't read; fails as often as it is told to. */
@Component
public class HeardThings implements BatchHandler {

    public record CountedThing(int count) {}

    public final List<String> heard = new CopyOnWriteArrayList<>();
    public final AtomicInteger faults = new AtomicInteger();
    private final EventJson json;

    HeardThings(EventJson json) {
        this.json = json;
    }

    @Override
    public List<Refusal> handle(List<Received> records) {
        if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("The store is away");
        }
        var refusals = new ArrayList<Refusal>();
        for (var record : records) {
            try {
                heard.add(record.key() + "="
                        + json.read(record, CountedThing.class).count());
            } catch (Refused refused) {
                refusals.add(Refusal.of(record, refused));
            }
        }
        return refusals;
    }
}
