package org.parley.session.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.session.CertificateCheck;
import org.parley.session.Change;
import org.parley.session.ReferralMatch;
import org.parley.session.Session;
import org.parley.session.SessionReport;

/** All versions of a session, the first one first, each with who made it and when. */
record SessionHistory(List<SessionVersion> items) {

    /** @param version what its ETag was */
    record SessionVersion(
            long version,
            Instant at,
            Change.What what,
            String role,
            String actor,
            @Nullable String reason,
            @JsonUnwrapped SessionReport report,
            CertificateCheck certificate,
            ReferralMatch referralMatch) {

        static SessionVersion of(
                int place,
                Change change,
                SessionReport report,
                CertificateCheck certificate,
                ReferralMatch referralMatch) {
            return new SessionVersion(
                    place + 1,
                    change.at(),
                    change.what(),
                    change.actor().role(),
                    change.actor().id(),
                    change.reason(),
                    report,
                    certificate,
                    referralMatch);
        }
    }

    static SessionHistory of(Session session) {
        var versions = new ArrayList<SessionVersion>();
        session.earlier()
                .forEach(one -> versions.add(SessionVersion.of(
                        versions.size(), one.change(), one.report(), one.certificate(), one.referralMatch())));
        versions.add(SessionVersion.of(
                versions.size(), session.change(), session.report(), session.certificate(), session.referralMatch()));
        return new SessionHistory(versions);
    }
}
