package org.parley.enrollment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.starter.outbox.Decision;
import org.parley.starter.outbox.Documents;
import org.parley.starter.outbox.Fact;
import org.parley.starter.outbox.Held;
import org.springframework.stereotype.Component;

/** Issued certificates, by their id and by officer. */
@Component
public class Certificates {

    private final Documents<Certificate> certificates;
    private final Documents<HeldCertificates> officers;

    Certificates(Documents<Certificate> certificates, Documents<HeldCertificates> officers) {
        this.certificates = certificates;
        this.officers = officers;
    }

    public Optional<Certificate> find(UUID id) {
        return certificates.find(id.toString()).map(Held::state);
    }

    /** In the order in which they were issued. */
    public List<Issued> of(UUID officer) {
        var ids = officers.find(officer.toString()).stream()
                .flatMap(held -> held.state().certificates().stream())
                .toList();
        var found = certificates.findAll(ids.stream().map(UUID::toString).toList());
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id.toString())).map(it -> new Issued(id, it.state())))
                .toList();
    }

    /** A certificate and its id. */
    public record Issued(UUID id, Certificate certificate) {}

    /** Twice is once: the first one stands. */
    void issue(UUID id, Certificate certificate) {
        var fact = new Fact(Certificate.Issued.TYPE, id.toString(), Certificate.Issued.of(id, certificate));
        var held =
                certificates.insert(id.toString(), certificate, List.of(fact)).held();
        list(id, held.state().officer());
    }

    private void list(UUID id, UUID officer) {
        officers.insert(officer.toString(), new HeldCertificates(List.of()), List.of());
        officers.change(officer.toString(), held -> {
            var next = held.state().with(id);
            return next.equals(held.state()) ? Decision.keep(next) : Decision.write(next, next);
        });
    }
}
