package org.parley.enrollment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.enrollment.timekeeping.Wakeups;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Held;
import org.parley.starter.outbox.Outcome;
import org.springframework.stereotype.Component;

/** Issued certificates, by their id and by officer. */
@Component
public class Certificates {

    private final Documents<Certificate> certificates;
    private final Documents<HeldCertificates> officers;
    private final Wakeups wakeups;
    private final EnrollmentSettings terms;

    Certificates(
            Documents<Certificate> certificates,
            Documents<HeldCertificates> officers,
            Wakeups wakeups,
            EnrollmentSettings terms) {
        this.certificates = certificates;
        this.officers = officers;
        this.wakeups = wakeups;
        this.terms = terms;
    }

    public Optional<Certificate> find(UUID id) {
        return certificates.find(id.toString()).map(Held::state);
    }

    /** In the order in which they were issued. */
    public List<Issued> of(UUID officer) {
        var ids = officers.find(officer.toString())
                .map(held -> held.state().certificates())
                .orElse(List.of());
        var found = certificates.findAll(ids.stream().map(UUID::toString).toList());
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id.toString())).map(it -> new Issued(id, it.state())))
                .toList();
    }

    /** A certificate and its id. */
    public record Issued(UUID id, Certificate certificate) {}

    /** Twice is once: the first one stands. */
    void issue(UUID id, Certificate certificate) {
        var held = certificates
                .insert(id.toString(), certificate, List.of(CertificateFact.issued(id, certificate)))
                .held();
        // after it: what is looked at before it is there would be looked at in vain, and this is done again if it fails
        wakeups.add(terms.renewalFrom(held.state()), RenewalsDue.WORD, id);
        list(id, held.state().officer());
    }

    /** Twice is once: the first day and reason stand. Empty: there is no such certificate. */
    public Optional<Certificate> revoke(UUID id, String reason, Actor actor, LocalDate today) {
        return certificates
                .change(id.toString(), held -> {
                    var after = held.state().revoke(today);
                    return after.equals(held.state())
                            ? Decision.keep(after)
                            : Decision.write(after, after, CertificateFact.revoked(id, after, actor, reason));
                })
                .map(Outcome::answer);
    }

    /** Tells once that it ends soon; nothing is due of one that a later one has come after. */
    void renewalDue(UUID id, LocalDate today) {
        var found = find(id);
        if (found.isEmpty() || hasLater(found.get())) {
            return;
        }
        if (terms.renewalFrom(found.get()).isAfter(today)) {
            wakeups.add(terms.renewalFrom(found.get()), RenewalsDue.WORD, id);
            return;
        }
        certificates.change(id.toString(), held -> {
            var after = held.state().renewalDue(today);
            return after.equals(held.state())
                    ? Decision.keep(after)
                    : Decision.write(after, after, CertificateFact.renewalDue(id, after));
        });
    }

    /** Looks again at what the officer's others were not told for, since this one had come after them. */
    void renewalsAfterRevocation(UUID officer) {
        of(officer).stream()
                .filter(other -> !other.certificate().isRevoked())
                .forEach(other -> wakeups.add(terms.renewalFrom(other.certificate()), RenewalsDue.WORD, other.id()));
    }

    private boolean hasLater(Certificate certificate) {
        return of(certificate.officer()).stream()
                .map(Issued::certificate)
                .anyMatch(other -> !other.isRevoked() && other.validUntil().isAfter(certificate.validUntil()));
    }

    private void list(UUID id, UUID officer) {
        officers.insert(officer.toString(), new HeldCertificates(List.of()), List.of());
        officers.change(officer.toString(), held -> {
            var next = held.state().with(id);
            return next.equals(held.state()) ? Decision.keep(next) : Decision.write(next, next);
        });
    }
}
