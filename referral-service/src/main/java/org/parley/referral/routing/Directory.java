package org.parley.referral.routing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The centers there are, as this copy of the service last read them. */
public final class Directory {

    private volatile Map<String, Center> centers = Map.of();

    Directory(Collection<Center> centers) {
        replace(centers);
    }

    public Set<String> ids() {
        return centers.keySet();
    }

    public Optional<Center> find(String center) {
        return Optional.ofNullable(centers.get(center));
    }

    /** In the order in which they were entered: what breaks a tie. */
    public Collection<Center> all() {
        return centers.values();
    }

    void replace(Collection<Center> all) {
        var byId = new LinkedHashMap<String, Center>();
        all.forEach(center -> byId.put(center.id(), center));
        this.centers = byId;
    }
}
