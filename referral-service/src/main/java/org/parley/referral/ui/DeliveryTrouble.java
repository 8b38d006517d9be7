package org.parley.referral.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoint;
import org.parley.referral.delivery.Endpoints;
import org.parley.referral.routing.Center;
import org.springframework.stereotype.Component;

/**
 * What keeps referrals from reaching a center's system, told to the coordinator: whoever reads the centers' page learns
 * there that somebody has to call the center.
 */
@Component
class DeliveryTrouble {

    private final Endpoints endpoints;
    private final DeliveryLog log;
    private final Words words;

    DeliveryTrouble(Endpoints endpoints, DeliveryLog log, Words words) {
        this.endpoints = endpoints;
        this.log = log;
        this.words = words;
    }

    /** In sentences, by the id of the center; a center in no trouble is not in there. */
    Map<String, List<String>> of(List<Center> centers) {
        var troubles = new HashMap<String, List<String>>();
        for (var center : centers) {
            endpoints
                    .find(center.id())
                    .map(this::of)
                    .filter(found -> !found.isEmpty())
                    .ifPresent(found -> troubles.put(center.id(), found));
        }
        return Map.copyOf(troubles);
    }

    private List<String> of(Endpoint endpoint) {
        var found = new ArrayList<String>();
        var card = EndpointCard.of(endpoint, log.failingSince(endpoint), words);
        if (card.disabled()) {
            found.add("Its endpoint is disabled. " + EndpointCard.why(endpoint, words));
        } else if (card.failing()) {
            found.add(card.standing());
        }
        var givenUp = log.givenUp(endpoint);
        if (givenUp > 0) {
            found.add((givenUp == 1 ? "One delivery was" : givenUp + " deliveries were")
                    + " given up after the last try. What it was about waits in the center's inbox, unread.");
        }
        return List.copyOf(found);
    }
}
