/** What somebody who looks at a journal's place finds, a sentence each. */
export interface Finding {
  readonly is: 'fit' | 'doubtful' | 'unfit';
  /** Where it is not fit, with what to do. */
  readonly says: string;
}

export const fit = (says: string): Finding => ({ is: 'fit', says });
export const doubtful = (says: string): Finding => ({ is: 'doubtful', says });
export const unfit = (says: string): Finding => ({ is: 'unfit', says });
