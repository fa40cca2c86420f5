package dev.fastsim.report.page;

/** What a section is made of. */
public sealed interface Block permits Chart, Diagram, Markup, Prose, Table, Verdicts {}
