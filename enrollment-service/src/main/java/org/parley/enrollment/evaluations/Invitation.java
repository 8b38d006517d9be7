package org.parley.enrollment.evaluations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may be asked, and who is.
 *
 * @param completed the officers who completed the training
 * @param notYet why nobody is asked yet
 * @param evaluation empty while no link was drawn
 */
public record Invitation(List<UUID> completed, Optional<Drawing.Impossible> notYet, Optional<Evaluation> evaluation) {

    /** For how many no link was drawn. */
    public int missing() {
        return evaluation.map(it -> it.missing(completed).size()).orElse(completed.size());
    }

    /** Links can be drawn, for those who have none. */
    public boolean isOpen() {
        return notYet.isEmpty() && !isClosed();
    }

    public boolean isClosed() {
        return evaluation.filter(Evaluation::isClosed).isPresent();
    }

    public boolean hasDrawn(UUID officer) {
        return evaluation.filter(it -> it.hasDrawn(officer)).isPresent();
    }

    /** Links that were lost can be drawn again: nobody has answered by any. */
    public boolean mayDrawAgain() {
        return isOpen()
                && evaluation
                        .filter(it -> it.invited() > 0 && it.responses().isEmpty())
                        .isPresent();
    }
}
