package org.parley.enrollment.ui;

import java.util.List;

/**
 * A command's officers, as far as they were looked for and by the page.
 *
 * @param others who was chosen and is not among {@code shown}
 * @param all on the roster, looked for or not
 * @param found of them were looked for
 * @param page from 1
 */
record Choices(List<Choice> shown, List<Choice> others, int all, int found, int page, int pages) {

    Choices {
        shown = List.copyOf(shown);
        others = List.copyOf(others);
    }
}
