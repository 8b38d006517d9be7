package org.parley.session.ui;

import jakarta.validation.Valid;
import java.util.UUID;
import org.parley.session.Author;
import org.parley.session.Logging;
import org.parley.session.MicroIntervention;
import org.parley.session.MicroInterventionManagement;
import org.parley.starter.identity.Caller;
import org.parley.starter.outbox.Held;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page's script asks for under the page's session, since a browser has no bearer token. */
@RestController
@RequestMapping("/log")
@ConditionalOnProperty("parley.login.client-id")
class PhoneController {

    /** The log is there: the phone need not send it any more. */
    record Taken(UUID id) {}

    private final MicroInterventionManagement microInterventions;

    PhoneController(MicroInterventionManagement microInterventions) {
        this.microInterventions = microInterventions;
    }

    @GetMapping("/officer")
    LoggedIn who(Caller caller, CsrfToken token) {
        return LoggedIn.of(caller, token);
    }

    @PutMapping("/micro-interventions/{id}")
    ResponseEntity<Taken> log(@PathVariable UUID id, @Valid @RequestBody PhoneLog log, Caller caller) {
        LoggedIn.officer(caller);
        return answer(microInterventions.log(id, log.toReport(), new Author(caller)));
    }

    private static ResponseEntity<Taken> answer(Logging<MicroIntervention> logging) {
        return switch (logging) {
            case Logging.Logged<MicroIntervention>(var held) -> taken(HttpStatus.CREATED, held);
            case Logging.Repeated<MicroIntervention>(var held) -> taken(HttpStatus.OK, held);
            case Logging.Conflicting<MicroIntervention> _ ->
                throw ProblemException.conflict(
                        "logged-differently", "This was logged before, with something else in it.");
            case Logging.Refused<MicroIntervention>(var breaches) ->
                throw ProblemException.invalid(breaches.stream()
                        .map(breach -> new Violation(breach.field(), breach.rule()))
                        .toList());
            case Logging.Forbidden<MicroIntervention> _ ->
                throw ProblemException.forbidden("Officers log what they did themselves, in their own command.");
        };
    }

    private static ResponseEntity<Taken> taken(HttpStatus status, Held<MicroIntervention> held) {
        return ResponseEntity.status(status).body(new Taken(UUID.fromString(held.id())));
    }
}
