package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.enrollment.Certificate;
import org.parley.enrollment.Certificates;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CertificateController {

    private final Certificates certificates;
    private final Clock clock;

    CertificateController(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** All that anybody may learn: not whose it is, nor where from. */
    record Check(UUID id, Certificate.Status status, LocalDate validUntil) {}

    record Item(UUID id, @JsonUnwrapped Certificate certificate, Certificate.Status status) {}

    record Items(List<Item> items) {}

    /** Open without a token. */
    @GetMapping("/v1/certificates/{id}")
    Check check(@PathVariable UUID id) {
        return certificates
                .find(id)
                .map(it -> new Check(id, it.on(today()), it.validUntil()))
                .orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/v1/officers/{officer}/certificates")
    @PreAuthorize("hasAnyRole('coordinator', 'officer')")
    Items of(@PathVariable UUID officer, Caller caller) {
        if (!caller.is("coordinator") && !new Requester(caller).is(officer)) {
            throw ProblemException.notFound();
        }
        return new Items(certificates.of(officer).stream()
                .map(it -> new Item(it.id(), it.certificate(), it.certificate().on(today())))
                .toList());
    }

    private LocalDate today() {
        return NewYork.day(clock.instant());
    }
}
