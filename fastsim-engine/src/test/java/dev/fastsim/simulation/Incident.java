package dev.fastsim.simulation;

/** What happens to requests now and then, as only the reference simulator can tell. */
enum Incident {
  REJECTED_BY_LIMITER_OF_SERVICE,
  REJECTED_BY_LIMITER_OF_ENDPOINT,
  REJECTED_BY_FULL_QUEUE,
  REJECTED_BY_CLOSED_SERVICE,
  /** Nothing behind it is up. */
  REJECTED_BY_LOAD_BALANCER,

  TIMED_OUT_AT_ONCE,
  TIMED_OUT_IN_POOL_QUEUE,
  /** At the very instant at which the wait would have run out. */
  CONNECTED_AT_LAST,

  LOST_ON_FIRST_LINK,
  LOST_BEHIND_RELAY,
  LOST_BY_FAULT,
  DELAYED_BY_FAULT,

  OUTAGE_OF_SOME_REPLICAS_WITH_REQUESTS_INSIDE,
  OUTAGE_OF_ALL_REPLICAS_WITH_REQUESTS_INSIDE,
  KILLED_ON_CORE,
  KILLED_IN_READY_QUEUE,
  KILLED_IN_MEMORY_QUEUE,
  KILLED_IN_POOL_QUEUE,
  KILLED_IN_IO,
  /** Of a replica that was killed with as many at work. */
  DOZENS_ON_CORES_AFTER_KILL,
  /** Sent before the outage. */
  ADMITTED_WHILE_DRAINING,

  SLOWED_BURST,
  PAUSED_BURST,
  /** More connections are in use than the pool may have now. */
  SHRUNK_POOL_IN_USE,
  CONNECTED_BY_GROWING_POOL,

  DREW_STEP_LONGER_THAN_RUN,
  SERVED_WITHOUT_STEPS,
  SERVED_WITH_MORE_THAN_8_STEPS,
  SERVED_WITH_MORE_THAN_64_STEPS,
  CALLED_SECOND_SERVICE,
  CALLED_THIRD_SERVICE
}
