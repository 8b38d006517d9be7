package org.parley.session.ui;

import java.util.List;
import org.parley.starter.identity.Caller;
import org.springframework.web.servlet.ModelAndView;

/** Where people of a role have their pages; the first one of a role is where they begin. */
record Workplace(String path, String title, String role) {

    private static final List<Workplace> ALL = List.of(
            new Workplace("/log", "Log", "officer"),
            new Workplace("/logs", "My logs", "officer"),
            new Workplace("/logs/figures", "My figures", "officer"),
            new Workplace("/command-logs", "My command", "commander"),
            new Workplace("/board", "Board", "coordinator"),
            new Workplace("/board/unmatched", "Unmatched", "coordinator"),
            new Workplace("/mediations/new", "Log a mediation", "center-staff"));

    static List<Workplace> of(Caller caller) {
        return ALL.stream().filter(place -> caller.is(place.role)).toList();
    }

    /** What every page that is read says of its reader and of where it stands. */
    static ModelAndView page(String view, Caller caller, String here) {
        return new ModelAndView(view).addObject("places", of(caller)).addObject("here", here);
    }
}
