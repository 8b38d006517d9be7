package org.parley.reporting.messaging;

import java.util.ArrayList;
import java.util.List;
import org.parley.reporting.counting.Partial;
import org.parley.reporting.live.FigureOwner;
import org.parley.starter.consume.BatchHandler;
import org.parley.starter.consume.EventJson;
import org.parley.starter.consume.Received;
import org.parley.starter.consume.Refusal;
import org.parley.starter.consume.Refused;
import org.springframework.stereotype.Component;

/** Hands the partitions' parts of figures to their owner. */
@Component
class PartialsReceived implements BatchHandler {

    private final FigureOwner owner;
    private final EventJson json;

    PartialsReceived(FigureOwner owner, EventJson json) {
        this.owner = owner;
        this.json = json;
    }

    @Override
    public List<Refusal> handle(List<Received> records) {
        var refusals = new ArrayList<Refusal>();
        var partials = new ArrayList<Partial>(records.size());
        for (var record : records) {
            try {
                partials.add(json.read(record, Partial.class));
            } catch (Refused e) {
                refusals.add(Refusal.of(record, e));
            }
        }
        owner.take(partials);
        return refusals;
    }
}
