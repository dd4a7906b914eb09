/** What a run ends with: all is well; a finding fails or a listed file was lost; nothing could be used. */
export const runStatus = { done: 0, findingsFail: 1, refused: 3 } as const;
