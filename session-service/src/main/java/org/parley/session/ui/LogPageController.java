package org.parley.session.ui;

import org.parley.starter.pages.PageController;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page itself: nothing in it is of whoever asks, so that a phone may keep it. */
@PageController
class LogPageController {

    private final Shell shell;
    private final Choices choices = Choices.all();

    LogPageController(@Value("${parley.assets.pico}") String pico) {
        this.shell = Shell.with(pico);
    }

    @GetMapping("/log")
    String page(Model model) {
        model.addAttribute("shell", shell);
        model.addAttribute("choices", choices);
        return "log";
    }

    /** Its place is below the page that it is to serve: so the page has to be named. */
    @GetMapping(path = "/log/worker.js", produces = "text/javascript;charset=UTF-8")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok().header("Service-Worker-Allowed", "/log").body(shell.worker());
    }
}
