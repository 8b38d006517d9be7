package org.parley.session;

import java.util.List;
import org.parley.starter.outbox.Held;

/** What became of a wish to put a log right, or to void it. */
public sealed interface Correction<T> {

    /** It is as wished, perhaps since before. */
    record Done<T>(Held<T> held) implements Correction<T> {}

    /** There is none that the author may see. */
    record NotFound<T>() implements Correction<T> {}

    /** The author may see it and no more. */
    record Forbidden<T>() implements Correction<T> {}

    /** Another version was meant. */
    record Stale<T>(long version) implements Correction<T> {}

    /** It was voided, for another reason or before. */
    record Voided<T>() implements Correction<T> {}

    /** It was changed as often as a log can be. */
    record TooOften<T>() implements Correction<T> {}

    /** It would break rules. */
    record Refused<T>(List<Breach> breaches) implements Correction<T> {}
}
