package org.parley.starter.pages;

import com.mongodb.MongoTimeoutException;
import java.util.UUID;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages as small as can be. */
@PageController
class ShelfController {

    @GetMapping("/shelf")
    String shelf() {
        return "shelf";
    }

    /** For everybody, whoever they are. */
    @RequestMapping("/window")
    String window() {
        return "shelf";
    }

    @PostMapping("/shelf")
    String put(@RequestParam int place) {
        throw ProblemException.conflict("taken", "The place " + place + " is taken.");
    }

    @GetMapping("/shelf/{id}")
    String thing(@PathVariable UUID id) {
        throw new IllegalStateException("canary " + id);
    }

    @GetMapping("/shelf/away")
    String away() {
        throw new MongoTimeoutException("canary");
    }

    @GetMapping("/shelf/mine")
    String mine(Caller caller) {
        throw new AccessDeniedException("canary " + caller.id());
    }
}
