/** Where a tunnel leads. */
export interface TunnelEnd {
  /** A name, which the proxy resolves, or an address without brackets. */
  readonly host: string;
  readonly port: number;
}
