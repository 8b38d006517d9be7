package org.parley.e2e;

import java.nio.file.Path;
import org.parley.processes.Checkout;

/** Where this run leaves its files; {@code clean} takes them away. */
final class Work {

    private Work() {}

    static Path folder(String name) {
        return Checkout.root().resolve("infra/e2e/target").resolve(name);
    }
}
