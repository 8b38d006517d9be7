package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.parley.enrollment.Certificate;
import org.parley.enrollment.Certificates;
import org.parley.enrollment.NewYork;
import org.parley.enrollment.Requester;
import org.parley.starter.codes.CodeList;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CertificateController {

    private static final CodeList REASONS = CodeList.of("revocation-reasons");

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

    record Revocation(@NotNull String reason) {}

    /** For ever; when it was revoked before, that stands. */
    @PostMapping("/v1/certificates/{id}/revoke")
    @PreAuthorize("hasRole('coordinator')")
    Item revoke(@PathVariable UUID id, @Valid @RequestBody Revocation request, Caller caller) {
        if (!REASONS.contains(request.reason())) {
            throw ProblemException.invalid("/reason", "must be one of " + new TreeSet<>(REASONS.codes()));
        }
        return certificates
                .revoke(id, request.reason(), new Requester(caller).actor(), today())
                .map(it -> new Item(id, it, it.on(today())))
                .orElseThrow(ProblemException::notFound);
    }

    private LocalDate today() {
        return NewYork.day(clock.instant());
    }
}
