package org.parley.referral.http;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.regex.Pattern;
import org.parley.referral.keys.IntakeSystems;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whose signature counts for which commands on contacts that come over Kafka. */
@RestController
@RequestMapping("/v1/intake/systems/{client}")
@PreAuthorize("hasRole('administrator')")
class IntakeSystemController {

    /** As in {@code ce_source}. */
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final IntakeSystems systems;

    IntakeSystemController(IntakeSystems systems) {
        this.systems = systems;
    }

    @GetMapping
    IntakeSystemEntry find(@PathVariable String client) {
        return systems.find(client).map(IntakeSystemEntry::from).orElseThrow(ProblemException::notFound);
    }

    /** All keys and commands that count from now on. */
    @PutMapping
    ResponseEntity<IntakeSystemEntry> put(@PathVariable String client, @Valid @RequestBody IntakeSystemEntry entry) {
        if (!CLIENT.matcher(client).matches()) {
            throw ProblemException.invalid("/client", "must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        var system = entry.system(client);
        var answer = systems.put(system)
                ? ResponseEntity.created(URI.create("/v1/intake/systems/" + client))
                : ResponseEntity.status(HttpStatus.OK);
        return answer.body(IntakeSystemEntry.from(system));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String client) {
        systems.remove(client);
    }
}
