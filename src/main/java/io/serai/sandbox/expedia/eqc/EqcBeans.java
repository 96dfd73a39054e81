package io.serai.sandbox.expedia.eqc;

/** Puts the XML faces together. */
public class EqcBeans {}
