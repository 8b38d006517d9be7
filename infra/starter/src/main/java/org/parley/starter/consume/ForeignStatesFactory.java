package org.parley.starter.consume;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes collections of foreign aggregates' states. */
public final class ForeignStatesFactory {

    private final MongoTemplate mongo;
    private final MeterRegistry meters;

    ForeignStatesFactory(MongoTemplate mongo, MeterRegistry meters) {
        this.mongo = mongo;
        this.meters = meters;
    }

    /** @param type one's own, smaller record of the state */
    public <S> ForeignStates<S> of(String collection, Class<S> type) {
        return new ForeignStates<>(mongo, collection, type, meters);
    }
}
