package org.parley.referral.ui;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CenterEntry;
import org.parley.referral.routing.Center;
import org.parley.referral.routing.Centers;
import org.parley.referral.routing.Directory;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The centers there are, kept by coordinators and administrators. */
@PageController
class DirectoryPagesController {

    private static final String LIST = "/coordination/centers";

    /** Where a center is entered: none can be called so on its page. */
    private static final String NEW = "new";

    /** As the API has it. */
    private static final String KEEPERS = "hasAnyRole('coordinator', 'administrator')";

    private final Centers centers;
    private final Directory directory;
    private final DirectoryRules rules;
    private final DirectoryChoices choices;
    private final DeliveryTrouble trouble;

    DirectoryPagesController(
            Centers centers,
            Directory directory,
            DirectoryRules rules,
            DirectoryChoices choices,
            DeliveryTrouble trouble) {
        this.centers = centers;
        this.directory = directory;
        this.rules = rules;
        this.choices = choices;
        this.trouble = trouble;
    }

    @GetMapping(LIST)
    String all(Model model) {
        var all = directory.all().stream()
                .sorted(Comparator.comparing(Center::name))
                .toList();
        model.addAttribute("all", all);
        model.addAttribute("trouble", trouble.of(all));
        model.addAttribute("choices", choices);
        return "directory-list";
    }

    @GetMapping(LIST + "/" + NEW)
    ModelAndView empty() {
        return form(null, centers.version(), DirectoryForm.EMPTY, Map.of(), HttpStatus.OK);
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView one(@PathVariable String id) {
        // Before what it is the version of: who sees something newer is only asked to look again.
        var version = centers.version();
        return form(known(id), version, kept(id), Map.of(), HttpStatus.OK);
    }

    @PostMapping(LIST)
    @PreAuthorize(KEEPERS)
    ModelAndView enter(@RequestParam MultiValueMap<String, String> fields) {
        var form = new DirectoryForm(fields);
        var wrong = new TreeMap<String, String>();
        var id = form.text("id");
        if (!CenterEntry.canBeCalled(id) || id.equals(NEW)) {
            wrong.put("id", "Enter a small letter, then 1 to 31 of a-z, 0-9 and -, such as redhook.");
        } else if (directory.find(id).isPresent()) {
            wrong.put("id", "Another center is called so.");
        }
        return save(null, id, form, wrong);
    }

    @PostMapping(LIST + "/{id}")
    @PreAuthorize(KEEPERS)
    ModelAndView change(@PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
        return save(known(id), id, new DirectoryForm(fields), new TreeMap<>());
    }

    private ModelAndView save(@Nullable Center known, String id, DirectoryForm form, Map<String, String> wrong) {
        var center = rules.center(id, form, wrong);
        var seen = form.version();
        if (center.isEmpty() || !wrong.isEmpty()) {
            return form(known, seen.orElse(0L), form, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (centers.put(
                center.get(), version -> seen.filter(own -> own == version).isPresent())) {
            case Centers.Saved.Done _ -> new ModelAndView("redirect:" + LIST);
            case Centers.Saved.VersionMismatch(var current) ->
                form(known, current, form, differences(known, id, form), HttpStatus.CONFLICT);
        };
    }

    /** What is kept now beside what was entered, so that nobody writes over what they haven't seen. */
    private Map<String, String> differences(@Nullable Center known, String id, DirectoryForm form) {
        if (known == null) {
            return Map.of();
        }
        var now = kept(id);
        var entered = DirectoryForm.of(form.entry(new TreeMap<>()));
        var told = new TreeMap<String, String>();
        entered.differences(now).forEach(field -> told.put(field, "Kept now: " + choices.said(field, now)));
        return told;
    }

    private Center known(String id) {
        return directory.find(id).orElseThrow(ProblemException::notFound);
    }

    private DirectoryForm kept(String id) {
        return DirectoryForm.of(CenterEntry.from(known(id)));
    }

    private ModelAndView form(
            @Nullable Center known, long version, DirectoryForm form, Map<String, String> wrong, HttpStatus status) {
        var page = new ModelAndView("directory-center", status);
        page.addObject("known", known);
        page.addObject("path", known == null ? LIST : LIST + "/" + known.id());
        page.addObject("version", version);
        page.addObject("form", form);
        page.addObject("wrong", wrong);
        page.addObject("changed", status == HttpStatus.CONFLICT);
        page.addObject("choices", choices);
        return page;
    }
}
