/** Public holidays, by country. */

export interface Calendar {
  /** Public holidays of a country (ISO 3166-1 alpha-2) in a year, as `YYYY-MM-DD`; empty where none are known. */
  holidays(country: string, year: number): Promise<ReadonlySet<string>>;
}
