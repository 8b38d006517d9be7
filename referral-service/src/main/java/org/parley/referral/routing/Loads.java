package org.parley.referral.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The load of each center: recounted now and then, and in between one more for each offer made here. */
@Component
public final class Loads {

    private volatile Map<String, Load> counted = new ConcurrentHashMap<>();

    Load of(String center) {
        return counted.getOrDefault(center, Load.NONE);
    }

    public void recounted(Map<String, Load> fresh) {
        counted = new ConcurrentHashMap<>(fresh);
    }

    public void offered(String center) {
        counted.merge(center, Load.NONE.andOneMore(), (known, _) -> known.andOneMore());
    }
}
