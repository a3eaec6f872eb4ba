const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** The Brussels day of an instant, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => brussels.format(new Date(instant));

export const today = (): string => brussels.format(new Date());
