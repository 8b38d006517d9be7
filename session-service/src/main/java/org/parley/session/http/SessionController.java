package org.parley.session.http;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.parley.session.SessionManagement;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/sessions/{id}")
@PreAuthorize("hasAnyRole('officer', 'center-system', 'center-staff', 'coordinator')")
class SessionController {

    private final SessionManagement sessions;

    SessionController(SessionManagement sessions) {
        this.sessions = sessions;
    }

    @PutMapping
    ResponseEntity<SessionView> log(@PathVariable UUID id, @Valid @RequestBody SessionRequest request, Caller caller) {
        var author = new Author(caller);
        var report = request.toReport(author.center().orElse(null));
        return Answers.to(sessions.log(id, report, author), SessionView::from);
    }

    @GetMapping
    ResponseEntity<SessionView> read(@PathVariable UUID id, Caller caller) {
        return sessions.find(id, new Author(caller))
                .map(held -> Answers.found(held, SessionView::from))
                .orElseThrow(ProblemException::notFound);
    }

    /** The whole of it as it should have been logged: what is left out is none, not as it was. */
    @PostMapping("/amend")
    ResponseEntity<SessionView> amend(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SessionRequest request,
            Caller caller) {
        var author = new Author(caller);
        var report = request.toReport(author.center().orElse(null));
        return Answers.to(sessions.amend(id, report, author, Answers.required(ifMatch)), SessionView::from);
    }

    @PostMapping("/void")
    ResponseEntity<SessionView> voidIt(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody VoidRequest request,
            Caller caller) {
        return Answers.to(
                sessions.voidIt(id, request.reason(), new Author(caller), Answers.expected(ifMatch)),
                SessionView::from);
    }

    @GetMapping("/history")
    SessionHistory history(@PathVariable UUID id, Caller caller) {
        return sessions.find(id, new Author(caller))
                .map(held -> SessionHistory.of(held.state()))
                .orElseThrow(ProblemException::notFound);
    }
}
