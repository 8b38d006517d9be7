package org.parley.starter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.starter.identity.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ThingsController {

    enum Size {
        SMALL,
        LARGE
    }

    record Part(@NotNull(message = "is needed") String name) {}

    record ThingRequest(
            @NotNull(message = "is needed") Size size,
            @Min(value = 1, message = "must be at least 1") int count,
            Instant at,
            List<@Valid Part> parts) {}

    @PostMapping("/v1/things")
    @PreAuthorize("hasRole('maker')")
    Map<String, Object> make(@Valid @RequestBody ThingRequest request, Caller caller) {
        return Map.of("by", caller.id(), "covers", caller.covers("area", "north"));
    }

    @GetMapping("/v1/things")
    Map<String, Object> some(@RequestParam int page) {
        throw new IllegalStateException("secret " + page);
    }
}
