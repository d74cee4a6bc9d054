export { wordList, WordListProblem } from '../project/word-list.ts';
