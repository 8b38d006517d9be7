package org.parley.session.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.session.Change;
import org.parley.session.MicroIntervention;
import org.parley.session.MicroInterventionReport;

/** All versions of a micro-intervention, the first one first, each with who made it and when. */
record MicroInterventionHistory(List<MicroInterventionVersion> items) {

    /** @param version what its ETag was */
    record MicroInterventionVersion(
            long version,
            Instant at,
            Change.What what,
            String role,
            String actor,
            @Nullable String reason,
            @JsonUnwrapped MicroInterventionReport report) {

        static MicroInterventionVersion of(int place, Change change, MicroInterventionReport report) {
            return new MicroInterventionVersion(
                    place + 1,
                    change.at(),
                    change.what(),
                    change.actor().role(),
                    change.actor().id(),
                    change.reason(),
                    report);
        }
    }

    static MicroInterventionHistory of(MicroIntervention log) {
        var versions = new ArrayList<MicroInterventionVersion>();
        log.earlier()
                .forEach(one -> versions.add(MicroInterventionVersion.of(versions.size(), one.change(), one.report())));
        versions.add(MicroInterventionVersion.of(versions.size(), log.change(), log.report()));
        return new MicroInterventionHistory(versions);
    }
}
