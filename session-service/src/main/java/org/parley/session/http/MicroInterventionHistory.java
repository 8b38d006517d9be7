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
record MicroInterventionHistory(List<Version> items) {

    /** @param version what its ETag was */
    record Version(
            long version,
            Instant at,
            Change.What what,
            String role,
            String actor,
            @Nullable String reason,
            @JsonUnwrapped MicroInterventionReport report) {

        static Version of(int place, Change change, MicroInterventionReport report) {
            return new Version(
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
        var versions = new ArrayList<Version>();
        log.earlier().forEach(one -> versions.add(Version.of(versions.size(), one.change(), one.report())));
        versions.add(Version.of(versions.size(), log.change(), log.report()));
        return new MicroInterventionHistory(versions);
    }
}
