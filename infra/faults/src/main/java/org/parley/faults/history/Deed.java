package org.parley.faults.history;

/** What clients do. */
public enum Deed {
    /** HTTP; subject is the precinct's reference, the answer has the referral's id. */
    POST_REFERRAL,
    /** Over Kafka; subject is the reference, and there is no answer but the broker's acknowledgement. */
    SEND_REFERRAL,
    /** Subject is the referral's id, as of all that follow up to CLOSE; the body has the reason. */
    WITHDRAW_REFERRAL,
    /** The body has what is put right. */
    AMEND_REFERRAL,
    /** By the precinct, or by a coordinator. */
    ENTER_IN_ERROR,
    ACCEPT,
    DECLINE,
    CONTACT,
    SCHEDULE,
    /** The body has the reason and {@code until}. */
    HOLD,
    RELEASE,
    TRANSFER,
    /** By a coordinator; the body has the {@code center}. */
    PLACE,
    CLOSE,
    /** Subject is the center, the body has {@code upTo}. */
    ACKNOWLEDGE_INBOX,
    /** Subject is the Idempotency-Key, the answer has the training's id. */
    CREATE_TRAINING,
    /** Subject is the training's id, as of all that follow up to COMPLETE_TRAINING. */
    OPEN_TRAINING,
    /** The body has {@code requests}, the answer {@code results}. */
    REQUEST_SEATS,
    /** The body has {@code enrollment} and {@code officer}. */
    WITHDRAW_ENROLLMENT,
    /** The body has {@code date} and {@code attended}. */
    RECORD_ATTENDANCE,
    COMPLETE_TRAINING,
    /** Subject is the log's id, made by the client. */
    LOG_SESSION,
    LOG_MICRO_INTERVENTION
}
