package org.parley.session;

import java.util.Optional;

/** What a session and a micro-intervention have in common once they are logged. */
sealed interface Log permits Session, MicroIntervention {

    boolean isReadBy(Author author);

    /** As whom an author may log it, and so correct it, if at all. */
    Optional<Actor> loggedBy(Author author);

    /** False once it was voided. */
    boolean counts();

    /** False when it was changed as often as a log can be. */
    boolean mayChange();
}
