import { portableLogarithm } from './portable-logarithm.ts'

/** Polynomial of degree 7, highest power first, by Horner's scheme; written out, since it runs a million times per picture. */
function horner(
  at: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
): number {
  return ((((((a * at + b) * at + c) * at + d) * at + e) * at + f) * at + g) * at + h
}

function centreNumerator(r: number): number {
  return horner(
    r,
    2509.0809287301227,
    33430.57558358813,
    67265.7709270087,
    45921.95393154987,
    13731.69376550946,
    1971.5909503065513,
    133.14166789178438,
    3.3871328727963665,
  )
}
function centreDenominator(r: number): number {
  return horner(
    r,
    5226.495278852854,
    28729.085735721943,
    39307.89580009271,
    21213.794301586597,
    5394.196021424751,
    687.1870074920579,
    42.31333070160091,
    1,
  )
}
function nearTail(r: number): number {
  return (
    horner(
      r,
      0.0007745450142783414,
      0.022723844989269184,
      0.2417807251774506,
      1.2704582524523684,
      3.6478483247632045,
      5.769497221460691,
      4.630337846156546,
      1.4234371107496835,
    ) /
    horner(
      r,
      1.0507500716444169e-9,
      0.0005475938084995345,
      0.015198666563616457,
      0.14810397642748008,
      0.6897673349851,
      1.6763848301838038,
      2.053191626637759,
      1,
    )
  )
}
function farTail(r: number): number {
  return (
    horner(
      r,
      2.0103343992922881e-7,
      2.7115555687434876e-5,
      0.0012426609473880784,
      0.026532189526576124,
      0.29656057182850487,
      1.7848265399172913,
      5.463784911164114,
      6.657904643501103,
    ) /
    horner(
      r,
      2.0442631033899397e-15,
      1.421511758316446e-7,
      1.8463183175100548e-5,
      0.0007868691311456133,
      0.014875361290850615,
      0.1369298809227358,
      0.599832206555888,
      1,
    )
  )
}

/**
 * The number below which a standard normal variable stays with probability `p`, 0 < p < 1. Same bits on every machine.
 * Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37 (1988),
 * routine PPND16 (relative accuracy about 1e-16).
 */
export function normalQuantile(p: number): number {
  const fromCentre = p - 0.5
  if (Math.abs(fromCentre) <= 0.425) {
    const r = 0.180625 - fromCentre * fromCentre
    return (fromCentre * centreNumerator(r)) / centreDenominator(r)
  }
  const r = Math.sqrt(-portableLogarithm(fromCentre < 0 ? p : 1 - p))
  const value = r <= 5 ? nearTail(r - 1.6) : farTail(r - 5)
  return fromCentre < 0 ? -value : value
}
