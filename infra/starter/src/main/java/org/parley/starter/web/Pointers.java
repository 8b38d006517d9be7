package org.parley.starter.web;

/** From a bean path (`days[2].start`) to a JSON pointer (`/days/2/start`). */
final class Pointers {

    private Pointers() {}

    static String of(String path) {
        return path.isEmpty()
                ? ""
                : "/"
                        + path.replace("[", "/")
                                .replace("]", "")
                                .replace('.', '/')
                                .replace("//", "/");
    }
}
